// What Tasklist is called here, and its language; docs/adr/0011. The title of the page is vendor and name.
export default {
  app: { name: '作業一覧', vendor: '札守' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL' },
  customScripts: ['scripts/form-ja', '../fudamori/login'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '選んだ作業を引き受ける' },
    focusFilter: { key: 'ctrl+shift+f', description: '最初のフィルターへ移る' },
    focusList: { key: 'ctrl+alt+l', description: '最初の作業へ移る' },
    focusForm: { key: 'ctrl+alt+f', description: 'フォームの最初の入力欄へ移る' },
    startProcess: { key: 'ctrl+alt+p', description: '手続きを始める' },
  },
};
