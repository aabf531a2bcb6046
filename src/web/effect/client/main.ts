// Sliders over days: moving one fills the day field beside it, computes the page anew and puts the part with the answer in
// its place. Without this module the field and the button do the same.
import { type Day, formatDay, parseDay, writeDay } from '../../../core/kernel/day.ts';

const SETTLED = 250;

const form = document.querySelector<HTMLFormElement>('#effect-choice');
const said = document.querySelector<HTMLElement>('#effect-said');
let timer = 0;
let asking: AbortController | null = null;

function addressOf(of: HTMLFormElement): string {
  const fields = [...new FormData(of)].filter((field): field is [string, string] => field[1] !== '');
  return `${of.getAttribute('action')}?${new URLSearchParams(fields)}`;
}

async function compute(of: HTMLFormElement): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const address = addressOf(of);
  say('Computing …');
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('#effect-result');
    const shown = document.querySelector('#effect-result');
    if (!answer.ok || next === null || shown === null) {
      say(page.querySelector('.govuk-error-summary__body')?.textContent?.trim() || 'It could not be computed.');
      return;
    }
    shown.replaceWith(document.adoptNode(next));
    history.replaceState(null, '', address);
    say('Computed.');
  } catch (failure) {
    if (!(failure instanceof DOMException && failure.name === 'AbortError')) say('The server did not answer.');
  }
}

function say(words: string): void {
  if (said !== null) said.textContent = words;
}

function soon(of: HTMLFormElement): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void compute(of), SETTLED);
}

function begin(of: HTMLFormElement, slider: HTMLElement): void {
  const range = slider.querySelector<HTMLInputElement>('input[type="range"]');
  const field = slider.querySelector<HTMLInputElement>('input[type="date"]');
  const words = slider.querySelector<HTMLElement>('[data-slider-said]');
  if (range === null || field === null) return;
  const show = (day: Day | null) => {
    const text = day === null ? 'No day is supposed: what follows from it is shown as unknown.' : writeDay(day);
    if (words !== null) words.textContent = text;
    range.setAttribute('aria-valuetext', text);
    soon(of);
  };
  range.hidden = false;
  range.addEventListener('input', () => {
    const day = Number(range.value) as Day;
    field.value = formatDay(day);
    show(day);
  });
  field.addEventListener('change', () => {
    const day = parseDay(field.value);
    if (day !== null) range.value = String(day);
    if (day !== null || field.value === '') show(day);
  });
}

if (form !== null) for (const slider of form.querySelectorAll<HTMLElement>('[data-slider]')) begin(form, slider);
