// What Admin is called here, and its language; docs/adr/0024. The title of the page is vendor and name.
import { loadLabels } from '../../fudamori/labels.js';

await loadLabels();

export default {
  app: { name: '利用者管理', vendor: '札守' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL' },
  customScripts: ['../fudamori/ja', '../fudamori/login'],
  disableWelcomeMessage: true,
};
