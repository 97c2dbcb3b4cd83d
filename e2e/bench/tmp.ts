import { measureStartup } from './startup';
console.log(await measureStartup());
