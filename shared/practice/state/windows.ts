import type { Certificate } from '../../node/read';

/** The display languages of Windows that practice nodes speak. */
export type Language = 'en' | 'ja';

/** Windows itself. The practice clock stands still: `trueTime` is now, the node's clock is off by `skewSeconds`. */
export interface WindowsState {
  readonly build: number;
  readonly ubr: number;
  readonly product: string;
  readonly displayVersion: string;
  readonly core: boolean;
  readonly language: Language;
  readonly hostname: string;
  readonly timeZone: string;
  readonly boot: string;
  readonly trueTime: string;
  readonly skewSeconds: number;
  readonly maker: string;
  readonly model: string;
  readonly assetTag: string;
}

/** The shell that asks. */
export interface ShellState {
  readonly version: string;
  readonly elevated: boolean;
  readonly languageMode: string;
  readonly process64: boolean;
  readonly missingModules: readonly string[];
}

/** A process that runs as long as its service, or as a child of it. */
export interface ProgramState {
  readonly name: string;
  readonly path: string;
  readonly commandLine: string;
}

/** A Windows service. Its process runs exactly as long as it does, always with the same ids. */
export interface ServiceState {
  /** Paused: nssm waits before it starts again a program that ended at once. */
  readonly state: 'Running' | 'Stopped' | 'Paused';
  readonly mode: 'Auto' | 'Manual' | 'Disabled';
  readonly processId: number;
  readonly pathName: string;
  /** ExitCode of the last end; answered as 0 while it runs. */
  readonly exit: number;
  readonly serviceExit: number;
  /** What runs: the service's own program, or under nssm its child. */
  readonly program: ProgramState;
  readonly nssm: boolean;
  readonly started: string;
  readonly threads: number;
  /** Why it ends at once when it is started; null: it comes up. */
  readonly broken: string | null;
}

/** A bare process, or one in a HostProcess pod. */
export interface ProcessState extends ProgramState {
  readonly processId: number;
  readonly parentId: number;
  readonly started: string;
  /** The HostProcess pod it belongs to. */
  readonly pod: string | null;
  /** The session of the person who started it; 0, of services and tasks, where it is not said. */
  readonly session?: number;
}

/** A file. A binary has a length and no text. */
export interface FileState {
  readonly text: string;
  readonly length: number | null;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  readonly modified: string;
  /** What its PEM blocks or embedded certificates say. */
  readonly certificates: readonly Certificate[];
}

export type RegistryValue = string | number | readonly string[];

/** A line of klog at a moment in UTC. */
export interface LoggedLine {
  readonly component: 'kubelet' | 'kube-proxy' | 'agent';
  readonly time: string;
  readonly severity: 'I' | 'W' | 'E';
  readonly place: string;
  readonly text: string;
}
