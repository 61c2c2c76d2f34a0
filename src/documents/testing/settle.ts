/** Accepts or refuses all tracked changes of Word files in LibreOffice, by the commands that its menu gives. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMMANDS = { after: '.uno:AcceptAllTrackedChanges', before: '.uno:RejectAllTrackedChanges' } as const;

const MACRO = `Sub Settle(folder As String, count As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  Dim none()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For index = 0 To count - 1
    source = folder & "/" & index & ".docx"
${Object.entries(COMMANDS)
  .map(
    ([version, command]) => `    target = folder & "/" & index & ".${version}.docx"
    If Not FileExists(target) Then
      document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
      dispatcher.executeDispatch(document.CurrentController.Frame, "${command}", "", 0, none())
      document.storeToURL(target, filter())
      document.close(True)
    End If`,
  )
  .join('\n')}
  Next
End Sub`;

/** Starts of the program, at most. */
const STARTS = 5;

export interface Settled {
  readonly after: Uint8Array;
  readonly before: Uint8Array;
}

/** Each file with all its changes accepted and with all of them refused, as LibreOffice writes it. */
export function settleAll(files: readonly Uint8Array[]): readonly Settled[] {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-settle-'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const office = (...rest: string[]): void => {
    execFileSync('soffice', [profile, '--headless', ...rest], { stdio: 'ignore', timeout: 120_000 });
  };
  try {
    for (const [index, bytes] of files.entries()) writeFileSync(join(folder, `${index}.docx`), bytes);
    // The first start makes the profile, with a module of its own that would overwrite ours.
    office('--terminate_after_init');
    const library = join(folder, 'profile', 'user', 'basic', 'Standard');
    mkdirSync(library, { recursive: true });
    writeFileSync(join(library, 'Module1.xba'), moduleXml(MACRO));
    settle(() => office(`macro:///Standard.Module1.Settle("${pathToFileURL(folder).href}",${files.length})`));
    return files.map((_, index) => ({
      after: readFileSync(join(folder, `${index}.after.docx`)),
      before: readFileSync(join(folder, `${index}.before.docx`)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * On a busy machine LibreOffice now and then dies of an exception of its own while it closes a document that it has written.
 * What it has written is whole; it goes on with the rest.
 */
function settle(run: () => void): void {
  for (let left = STARTS; ; left -= 1) {
    try {
      run();
      return;
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

const moduleXml = (source: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${source
  .replaceAll('&', '&amp;')
  .replaceAll('"', '&quot;')}</script:module>
`;
