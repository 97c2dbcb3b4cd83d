import type { Pattern } from '../../define';
import { FAILS, NO_WRONG_NAME, POD } from '../../vocabulary';

/** What operators paste or say of S20. */
export const recognise: readonly Pattern[] = [
  { pattern: /failed to get sandbox image/i, weight: 10 },
  { pattern: /kubeletwin\/pause/i, weight: 10 },
  { pattern: /network is not ready: \[?(?:container )?runtime network not ready/i, weight: 9 },
  {
    pattern: /Failed to create (?:pod sandbox|sandbox for pod)|FailedCreatePodSandBox|CreatePodSandboxError/i,
    weight: 8,
  },
  { pattern: /RunPodSandbox (?:for \S{1,300} |from runtime service )?failed/i, weight: 8 },
  { pattern: /failed to set ?up network for sandbox/i, weight: 7 },
  { pattern: /no match for platform in manifest/i, weight: 7 },
  {
    pattern:
      /failed to create shim task: hcs::|failed to create containerd task: failed to (?:create|start) shim[^\n]{0,60}(?:hcs|runhcs)/i,
    weight: 7,
  },
  { pattern: /hcsshim::(?:PrepareLayer|ActivateLayer|CreateLayer|ExportLayer)\b/i, weight: 7 },
  { pattern: /pipe\/containerd-containerd/i, weight: 6 },
  { pattern: /\bContainerCreating\b/i, weight: 7 },
  { pattern: /\bContainerCreating\b/i, and: [/\bpods?\b|ポッド|0\/\d{1,2}|stuck|まま/i], weight: 8 },
  { pattern: /\bpause\b/i, and: [/\bimages?\b|イメージ|pause:\d/i, FAILS], weight: 9 },
  { pattern: /\bpause\b/i, and: [/\bimages?\b|イメージ/i, /which|need|correct|どの|必要|設定/i], weight: 7 },
  {
    pattern: /\bpods?\b|ポッド/i,
    and: [/(?:起動|作成|開始)(?:し|され|でき)(?:ない|ません)|立ち上が[らり](?:ない|ません)/, NO_WRONG_NAME],
    weight: 6,
  },
  { pattern: /コンテナー?が(?:起動|作成)(?:し|され|でき)(?:ない|ません)/, and: [NO_WRONG_NAME], weight: 5 },
  {
    pattern: /\b(?:pods?|containers?)\b/i,
    and: [
      /windows/i,
      /\b(?:never|not|n't) (?:get )?(?:created?|start(?:ed|ing)?|launch(?:ed)?|come up)\b|sandbox fails/i,
    ],
    weight: 6,
  },
  { pattern: /サンドボックス/, and: [/\bpods?\b|ポッド|コンテナ|作成|作れ|イメージ|pause|kube/i, FAILS], weight: 6 },
  { pattern: /Error syncing pod/i, weight: 3 },
  { pattern: /MountVolume\.SetUp failed/i, weight: 3 },
  // Of itself no more than a wrong name.
  { pattern: /failed to pull (?:and unpack )?image|ImagePullBackOff|ErrImagePull/i, weight: 2 },
  {
    pattern: /failed to pull (?:and unpack )?image/i,
    and: [/no such host|no match for platform|x509|\bproxy/i],
    weight: 9,
  },
  {
    pattern: POD,
    and: [/\bstuck\b|\bhangs?\b|まま|止ま/i, /\bcreat(?:ing|ed|ion)\b|\bpending\b|作成|起動中/i],
    weight: 7,
  },
  { pattern: /NetworkPlugin cni failed to set up pod/i, weight: 7 },
  { pattern: /CRI v1 runtime API is not implemented|validate service connection/i, weight: 6 },
  { pattern: /plugin type="(?:win-bridge|win-overlay|sdnbridge|sdnoverlay|azure-vnet)" failed \(add\)/i, weight: 6 },
  {
    pattern: /サンドボックス|\bsand ?box\b/i,
    and: [/\bpods?\b|ポッド|\bcreat|作成|\bcontainer|コンテナ|windows|kube/i, FAILS],
    weight: 6,
  },
  { pattern: /\bkubeletwin\b/i, weight: 7 },
  {
    pattern: /\bpause\b/i,
    and: [/\bimages?\b|イメージ|\bcontainer/i, /\binfra|\bsandbox|\bkubelet|\bwindows\b|サンドボックス/i],
    weight: 7,
  },
  { pattern: /\b(?:infra|sandbox|pause)\b|サンドボックス/i, and: [/\bimages?\b|イメージ/i, FAILS], weight: 7 },
  { pattern: /\b(?:infra|sandbox)\b/i, and: [/\bimages?\b/i, /\bmissing\b|\bwhich\b|\bpull/i], weight: 7 },
  {
    pattern: /コンテナー?|ポッド|\bpods?\b/i,
    and: [
      /(?:作成|生成|作られ|作れ|起動)[^。]{0,6}(?:終わら|完了し|進ま|でき|され|しな|ず(?:、|に|$|\s|P))|作られず/,
      /windows|ポッド|\bpods?\b|サンドボックス/i,
      NO_WRONG_NAME,
    ],
    weight: 6,
  },
  { pattern: /コンテナー?の?作成中/, weight: 7 },
];
