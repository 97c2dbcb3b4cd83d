import type { Pattern } from '../../define';
import { COMPONENT, FAILS, STUCK, WITHOUT_A_LOGON } from '../../vocabulary';

/** What operators paste or say of S02. */
export const recognise: readonly Pattern[] = [
  { pattern: /SERVICE_PAUSED in response to START/i, weight: 10 },
  { pattern: /\bSERVICE_PAUSED\b/, weight: 7 },
  { pattern: COMPONENT, and: [/\bnssm\b/i], weight: 8 },
  { pattern: COMPONENT, and: [/\bservice_?paused\b|\bpaused\b/i], weight: 8 },
  { pattern: /\[SC\] StartService \S{1,12} 1053\b/i, weight: 5 },
  { pattern: /(?:kubelet|kube-?proxy|flanneld) service failed to start/i, weight: 9 },
  { pattern: /timely fashion|\b1053\b|指定時間内に|開始要求または制御要求/i, and: [COMPONENT], weight: 9 },
  {
    pattern: /(?:kubelet|kube-?proxy|flanneld)\b[^\n]{0,120}(?:timely fashion|\b1053\b|指定時間内に開始要求)/i,
    weight: 9,
  },
  { pattern: /timely fashion[^\n]{0,40}(?:kubelet|kube-?proxy|flanneld)/i, weight: 9 },
  { pattern: /指定時間内に開始要求[^\n]{0,40}(?:kubelet|kube-?proxy|flanneld)/i, weight: 9 },
  {
    pattern:
      /\b(?:Cannot start|Could ?n.t start|could not start|Failed to start service) (?:the )?(?:service )?'?(?:kubelet|kube-?proxy|flanneld)/i,
    weight: 9,
  },
  { pattern: /waiting for the (?:kubelet|kube-?proxy|flanneld) service to connect/i, weight: 9 },
  {
    pattern: /(?:kubelet|kube-?proxy|flanneld)[^\n]{0,30}サービス(?:を|は)?(?:開始でき|起動でき|の接続を待機)/i,
    weight: 9,
  },
  { pattern: /サービス '?(?:kubelet|kube-?proxy|flanneld)[^\n]{0,30}(?:開始|起動)でき(?:ない|ません)/i, weight: 9 },
  { pattern: /timely fashion|\b(?:error|エラー)\s?1053\b/i, weight: 3 },
  { pattern: /failed to start due to the following error/i, weight: 3 },
  { pattern: COMPONENT, and: [/--windows-service|\bsc(?:\.exe)? create\b|New-Service/i], weight: 8 },
  {
    pattern:
      /\b(?:kubelet|kube[- ]?proxy|flanneld?)\b|kubernetes ?の?コンポーネント|\bkube(?:rnetes)? (?:components|processes|binaries)\b/i,
    and: [WITHOUT_A_LOGON],
    weight: 8,
  },
  { pattern: COMPONENT, and: [WITHOUT_A_LOGON, FAILS], weight: 9 },
  { pattern: COMPONENT, and: [WITHOUT_A_LOGON, STUCK], weight: 9 },
  {
    pattern:
      /run (?:all of )?(?:this|these|it|them)[^\n]{0,20} in the background|バックグラウンドで(?:常に)?(?:実行|動か|起動)/i,
    weight: 8,
  },
  { pattern: COMPONENT, and: [/\b30000 milliseconds\b|30000 ミリ秒/i], weight: 9 },
  {
    pattern: COMPONENT,
    and: [
      /\b(?:shell|session|console|window|terminal|prompt|logon|login)\b|シェル|コンソール|窓|ウィンドウ|ログオン/i,
      /\blives?\b|\bas long as\b|\bdie[sd]?\b|\bstops?\b|\bends?\b|\bterminat|\bexits?\b|\bkill|\bsurviv|止ま|落ち|終了|消え|死/i,
    ],
    weight: 9,
  },
];
