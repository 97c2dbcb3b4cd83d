import type { ElectronApplication } from '@playwright/test';

/** The person picks this file wherever a dialog asks where to save. */
export async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** The person picks this file wherever a dialog asks what to open; with null, cancels. */
export async function openFrom(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: picked === null, filePaths: picked === null ? [] : [picked] });
  }, path);
}

/** Kills the program the moment a line that holds `marker` for the `nth` time (from 1) is in the journal. */
export async function killAt(app: ElectronApplication, marker: string, nth = 1): Promise<void> {
  await app.evaluate(
    (_electron, { text, wanted }) => {
      const fs = process.getBuiltinModule('node:fs');
      const write = fs.writeSync;
      let seen = 0;
      Object.assign(fs, {
        writeSync: (file: number, data: Uint8Array, ...rest: number[]) => {
          const written: unknown = Reflect.apply(write, fs, [file, data, ...rest]);
          if (new TextDecoder().decode(data).includes(text)) seen += 1;
          if (seen === wanted) process.kill(process.pid, 'SIGKILL');
          return written;
        },
      });
    },
    { text: marker, wanted: nth },
  );
}

/** From now on the disk takes nothing more of a journal. */
export async function fillDisk(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    Object.assign(process.getBuiltinModule('node:fs'), {
      writeSync: () => {
        throw new Error('ENOSPC: no space left on device, write');
      },
    });
  });
}

/** Closes the window the moment a line that holds `marker` is in the journal; the person answers with this button. */
export async function closeAt(app: ElectronApplication, marker: string, button: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow, dialog }, { text, response }) => {
      const asked: unknown[] = [];
      Reflect.set(globalThis, 'asked', asked);
      dialog.showMessageBoxSync = (...given: unknown[]) => {
        asked.push(given.at(-1));
        return response;
      };
      const fs = process.getBuiltinModule('node:fs');
      const write = fs.writeSync;
      let closed = false;
      Object.assign(fs, {
        writeSync: (file: number, data: Uint8Array, ...rest: number[]) => {
          const written: unknown = Reflect.apply(write, fs, [file, data, ...rest]);
          if (!closed && new TextDecoder().decode(data).includes(text)) {
            closed = true;
            BrowserWindow.getAllWindows()[0]?.close();
          }
          return written;
        },
      });
    },
    { text: marker, response: button },
  );
}

/** What the person was asked in dialogs since {@link closeAt}. */
export async function askedInDialogs(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown);
}
