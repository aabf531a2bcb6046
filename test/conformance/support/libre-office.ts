import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    const macros = join(folder, 'profile', 'user', 'basic', 'Standard');
    mkdirSync(macros, { recursive: true });
    for (const [name, text] of Object.entries(MACRO_FILES)) writeFileSync(join(macros, name), text);
    writeFileSync(join(folder, 'in.docx'), docx);
    const call = `Papers.Settle("file://${folder}/in.docx","file://${folder}/out.txt",".uno:${how}AllTrackedChanges")`;
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(office, [profile, '--headless', '--norestore', `macro:///Standard.${call}`], {
      stdio: 'ignore',
      timeout: 90_000,
    });
    return readFileSync(join(folder, 'out.txt'), 'utf8').replace('\uFEFF', '').split(/\r?\n/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const MACRO_FILES = {
  'script.xlb': `${HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Papers"/></library:library>`,
  'Papers.xba': `${HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Papers" script:language="StarBasic">
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
</script:module>`,
};
