// Saves the draft of a response a moment after the last change, as the button does; without this the button does it alone.

const PAUSE = 1200;

const form = document.getElementById('response') as HTMLFormElement;
const status = document.getElementById('saved');
const revision = form.elements.namedItem('revision') as HTMLInputElement;
let timer = 0;
let running = false;
let dirty = false;
let stopped = false;

form.addEventListener('input', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
  dirty = true;
  soon(PAUSE);
});
// whatever button is pressed saves all that is written
form.addEventListener('submit', () => {
  stopped = true;
  clearTimeout(timer);
});

function soon(wait: number): void {
  clearTimeout(timer);
  if (!stopped) timer = window.setTimeout(() => void save(), wait);
}

async function save(): Promise<void> {
  if (running || !dirty || stopped) return;
  running = true;
  dirty = false;
  tell('Saving the draft …');
  const buttons = [...form.querySelectorAll('button')];
  // a button that is pressed while a save is on its way would come with a revision that is no longer the last
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await fetch('/api/consultation/save-response', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parcel()),
    });
    const said = await answer.json();
    if (answer.ok) {
      revision.value = String(said.revision);
      tell(
        `Draft saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}. It is not sent.`,
      );
    } else {
      stopped = answer.status === 409;
      tell(`The draft is not saved: ${said.detail}`);
    }
  } catch {
    dirty = true;
    tell('The draft is not saved: there is no connection. It is tried again.');
    soon(5000);
  } finally {
    for (const button of buttons) button.disabled = false;
    running = false;
    if (dirty) soon(PAUSE);
  }
}

function parcel() {
  const data = new FormData(form);
  const all = (name: string) => data.getAll(name).map(String);
  const answers = [...data.keys()].filter((name) => name.startsWith('answers.'));
  const { modification, step, party } = form.dataset;
  return {
    ...{ modification, step, party, revision: Number(revision.value) },
    answers: Object.fromEntries(answers.map((name) => [name.slice('answers.'.length), String(data.get(name))])),
    ...{ confidential: all('confidential'), parties: all('parties') },
  };
}

function tell(words: string): void {
  if (status !== null) status.textContent = words;
}
