import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice's command, or null where there is none. */
export function libreOffice(): string | null {
  const found = ['libreoffice', 'soffice'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  return found ?? null;
}

/** What LibreOffice does with every change in a document; `Keep` leaves a document as it is. */
export type Settling = 'Accept' | 'Reject' | 'Keep';

/** The lines of Word documents after LibreOffice accepted or rejected every change in each: all of them in one start. */
export function settledByOffice(
  office: string,
  papers: readonly { readonly docx: Uint8Array; readonly how: Settling }[],
): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-word-'));
  const run = (...options: readonly string[]) =>
    execFileSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', ...options], {
      stdio: 'ignore',
      timeout: 90_000,
    });
  try {
    // A first start lays out the profile, with an empty module whose place ours takes.
    run('--terminate_after_init');
    writeFileSync(join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba'), MODULE);
    for (const [at, { docx, how }] of papers.entries()) writeFileSync(join(folder, `${at}-${how}.docx`), docx);
    const names = papers.map(({ how }, at) => `${at}-${how}`);
    run(`macro:///Standard.Module1.SettleAll("file://${folder}/","${names.join(';')}")`);
    return names.map((name) =>
      readFileSync(join(folder, `${name}.txt`), 'utf8')
        .replace('\uFEFF', '')
        .split(/\r?\n/),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub SettleAll(folder As String, names As String)
  For Each name In Split(names, ";")
    Settle(folder &amp; name &amp; ".docx", folder &amp; name &amp; ".txt", Split(name, "-")(1))
  Next
  StarDesktop.terminate()
End Sub

Sub Settle(source As String, target As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  paper = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If how &lt;&gt; "Keep" Then
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
  End If
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  paper.storeToURL(target, plain())
  paper.close(True)
End Sub
</script:module>`;
