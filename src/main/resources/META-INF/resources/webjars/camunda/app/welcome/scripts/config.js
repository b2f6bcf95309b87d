// What Welcome is called here, and its language; docs/adr/0024. The title of the page is vendor and name.
import { loadLabels } from '../../fudamori/labels.js';

await loadLabels();

export default {
  app: { name: '入口', vendor: '札守' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL' },
  customScripts: ['../fudamori/ja', '../fudamori/login'],
  disableWelcomeMessage: true,
};
