/** What only one place may do, and what nobody may. Each ban says where the thing belongs instead. */

const syntax = (selector, message) => ({ selector, message });

/** @returns the selectors for a module that is imported, exported from, or loaded lazily */
const moduleBan = (pattern, message) => [
  syntax(`ImportDeclaration[source.value=/${pattern}/]`, message),
  syntax(`ExportNamedDeclaration[source.value=/${pattern}/]`, message),
  syntax(`ImportExpression[source.value=/${pattern}/]`, message),
];

/** Never, anywhere in the app. */
export const EVERYWHERE = [
  syntax('Property[key.name="sandbox"][value.value=false]', 'The sandbox stays on in every window.'),
  syntax(
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    'Build nodes, not markup: what a machine answers is hostile text.',
  ),
  syntax(
    'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    'Render text as text: what a machine answers is hostile text.',
  ),
  syntax(
    'Property[key.name="dangerouslySetInnerHTML"]',
    'Render text as text: what a machine answers is hostile text.',
  ),
  syntax('CallExpression[callee.name="eval"]', 'No code is made from text.'),
  syntax('NewExpression[callee.name="Function"]', 'No code is made from text.'),
  syntax(
    'Literal[value="--no-sandbox"]',
    'Only the launch helpers in tools/ and the tests may go without the sandbox.',
  ),
];

/** Each with the folders or files that may do it; everybody else may not. */
export const ONE_PLACE = [
  {
    allowed: /^electron\/(ipc\/|preload\.ts$)/,
    bans: [
      syntax(
        'ImportSpecifier[imported.name=/^(ipcMain|ipcRenderer)$/]',
        'Messages between page and main go through electron/ipc/ and electron/preload.ts.',
      ),
      syntax(
        'MemberExpression[property.name=/^(ipcMain|ipcRenderer)$/]',
        'Messages between page and main go through electron/ipc/ and electron/preload.ts.',
      ),
      syntax(
        'CallExpression[callee.property.name="send"][callee.object.name="webContents"]',
        'Messages to the page are sent from electron/ipc/.',
      ),
      syntax(
        'CallExpression[callee.property.name="send"][callee.object.property.name="webContents"]',
        'Messages to the page are sent from electron/ipc/.',
      ),
    ],
  },
  {
    allowed: /^electron\/window\/links\.ts$/,
    bans: [
      syntax(
        'MemberExpression[property.name="openExternal"]',
        'Links are opened by electron/window/links.ts, which knows the list of them.',
      ),
    ],
  },
  {
    allowed: /^electron\/powershell\//,
    bans: moduleBan('^(node:)?child_process$', 'Programs are started by electron/powershell/ only.'),
  },
  {
    allowed: /^electron\/powershell\/shell\.ts$/,
    bans: moduleBan('^node-powershell$', 'node-powershell is wrapped by electron/powershell/shell.ts.'),
  },
];

/** In shared/: time and chance come in as values, so that a session can be played again. */
export const PURE = [
  syntax(
    'MemberExpression[object.name="Date"][property.name="now"]',
    'shared/ has no clock: take the time as a value.',
  ),
  syntax('NewExpression[callee.name="Date"][arguments.length=0]', 'shared/ has no clock: take the time as a value.'),
  syntax('CallExpression[callee.name="Date"]', 'shared/ has no clock: take the time as a value.'),
  syntax(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'shared/ has no chance in it: take the value from outside.',
  ),
];
