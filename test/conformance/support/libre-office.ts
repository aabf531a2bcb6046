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

/** The lines of a Word document after LibreOffice accepted or rejected every change in it. */
export function settledByOffice(office: string, docx: Uint8Array, how: 'Accept' | 'Reject'): readonly string[] {
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
    writeFileSync(join(folder, 'in.docx'), docx);
    const given = [`file://${folder}/in.docx`, `file://${folder}/out.txt`, `.uno:${how}AllTrackedChanges`];
    run(`macro:///Standard.Module1.Settle(${given.map((one) => `"${one}"`).join(',')})`);
    return readFileSync(join(folder, 'out.txt'), 'utf8').replace('\uFEFF', '').split(/\r?\n/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  paper = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(paper.CurrentController.Frame, command, "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  paper.storeToURL(target, plain())
  paper.close(True)
  StarDesktop.terminate()
End Sub
</script:module>`;
