/** Domains of products that every node names: they tell nothing about whose node it is. Also what ends in them. */
const EVERYBODYS: readonly string[] = [
  'cluster.local',
  'containerd.io',
  'coreos.com',
  'docker.com',
  'docker.internal',
  'docker.io',
  'gcr.io',
  'ghcr.io',
  'github.com',
  'in-addr.arpa',
  'k8s.io',
  'kubernetes.io',
  'microsoft.com',
  'projectcalico.org',
  'quay.io',
  'tigera.io',
  'windows.com',
];

/** What names of domains end in: endings for private networks, for organisations, and the two letters of countries. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    'com net org info biz edu gov mil arpa dev app cloud local lan corp internal intranet intra home private test ' +
    'ad ae af ag al am ao ar at au az ba bd be bg bh bj bn bo br bt bw by bz ca cd ch ci ck cl cm cn co cr cu cv cy cz ' +
    'de dj dk dm do dz ec ee eg er es et eu fi fj fm fo fr ga gd ge gh gi gl gm gn gr gt gu gy hk hn hr ht hu id ie il ' +
    'in io iq ir is it je jm jo jp ke kg kh km kr kw ky kz la lb lc lk lr ls lt lu lv ly ma mc me mg mk ml mm mn mo mr ' +
    'mt mu mv mw mx my mz na ne ng ni nl no np nr nu nz om pa pe pg ph pk pr pt pw py qa re ro ru rw sa sc sd se sg si ' +
    'sk sl sm sn sr sv sy sz tc td tg th tj tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vn vu ws ye za zm zw'
  ).split(' '),
);

/** Whether a name is a product's domain, or ends in one. */
export function isEverybodys(name: string): boolean {
  const dotted = `.${name.toLowerCase()}`;
  return EVERYBODYS.some((domain) => dotted.endsWith(`.${domain}`));
}

/** Whether a dotted name is that of somebody's domain, as far as the name alone tells. */
export function isSomebodys(name: string): boolean {
  const ending = name.toLowerCase().split('.').slice(1).at(-1);
  return ending !== undefined && ENDINGS.has(ending) && !isEverybodys(name);
}
