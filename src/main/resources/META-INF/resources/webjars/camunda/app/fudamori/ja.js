// Cockpit, Admin and Welcome have some English outside their locale files, and pass on what the engine says: this puts it into
// Japanese after it appears. WebAppWordsTest compares the list with the shipped bundles; docs/adr/0024 says what is left.

const WORDS = {
  'zoom in': '拡大',
  'zoom out': '縮小',
  'reset zoom': '元の大きさに戻す',
  'Toggle this section': 'この欄の表示を切り替える',
  'Suspended Job Definition': '一時停止中のジョブ定義',
  'Select all': 'すべて選ぶ',
  'Unselect all': 'すべて外す',
  'Message is null.': 'メッセージがありません。',
  'Actions': '操作',
  'Download': 'ダウンロード',
  'Upload': 'アップロード',
  'Loading diagram': '図を読み込んでいます',
  'Invalid Date Value.': '日時が正しくありません。',
  'Open element documentation': 'この要素の説明を開く',
  'Failed Job': '失敗したジョブ',
  'Failed External Task': '失敗した外部タスク',
  'null': 'なし',
  'j.prosciutto@acme.org': '例: suzuki@example.jp',
  'Prosciutto': '例: 鈴木',
  'Jonny': '例: 花子',
};

// how Cockpit writes a moment, whatever its settings say
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})$/;

const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'uib-tooltip'];
const NOT_ALLOWED = 'この操作をする権限がありません。';
const FAILED = 'サーバーがエラーを返しました。元の文は、ここにカーソルを置くと表示されます。';

function translateText(node) {
  const text = node.data.trim();
  if (Object.hasOwn(WORDS, text)) {
    node.data = node.data.replace(text, WORDS[text]);
  } else if (MOMENT.test(text)) {
    node.data = text.replace(MOMENT, (all, year, month, day, time) => `${year}年${+month}月${+day}日 ${time}`);
  }
}

function translateAttribute(element, name) {
  const text = element.getAttribute(name);
  if (text && Object.hasOwn(WORDS, text)) {
    element.setAttribute(name, WORDS[text]);
  }
}

/** What the engine says in English becomes a Japanese sentence; who looks for the cause finds the original in a tooltip. */
function translateNotices(element) {
  element?.closest('.notifications')?.querySelectorAll('.message').forEach(message => {
    const text = message.textContent;
    if (/[a-z]/i.test(text) && /^[ -~\s]+$/.test(text)) {
      message.textContent = text.includes('The user with id ') ? NOT_ALLOWED : FAILED;
      message.title = text;
    }
  });
}

function translate(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    translateNotices(root.parentElement);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    for (const element of [root, ...root.querySelectorAll(ATTRIBUTES.map(name => `[${name}]`).join())]) {
      ATTRIBUTES.forEach(name => translateAttribute(element, name));
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
    translateNotices(root);
  }
}

document.documentElement.lang = 'ja'; // or the browser offers to translate the page and picks Chinese letter shapes
translate(document.body);
new MutationObserver(changes => {
  for (const { type, target, attributeName, addedNodes } of changes) {
    if (type === 'attributes') {
      translateAttribute(target, attributeName);
    } else {
      (type === 'childList' ? addedNodes : [target]).forEach(translate);
    }
  }
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});
