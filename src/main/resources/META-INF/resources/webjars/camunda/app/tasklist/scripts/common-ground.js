// What Common Ground adds to Tasklist: the person's name on a card, a panel about the referral, kinder refusals, and
// nothing left behind in the browser. Names come from our own address, which decides who may know them.

const home = (document.querySelector('base').getAttribute('app-root') || '').replace(/\/camunda$/, '');

const read = async path => {
  const answer = await fetch(home + path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
};

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  if (text) {
    made.textContent = text;
  }
  return made;
};

/* Tasklist shows the names of its words until they have come, unless the browser has them already: at a first visit we
   fetch them before Tasklist starts, and put them where it looks. */

const LOCALES = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
const known = JSON.parse(localStorage.getItem('camunda-web') || '{}');
const words = LOCALES + '_locales_data_en_' + window.bust;

if (!known[words]) {
  await fetch(LOCALES + 'en.json?bust=' + window.bust)
    .then(answer => answer.json())
    .then(found => localStorage.setItem('camunda-web', JSON.stringify({ ...known, [words]: JSON.stringify(found) })))
    .catch(() => {});
}

/* A form writes and reads days as the browser's default language does, and 05/11 would be May in an American one. Here it
   is November for everybody. */

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, ...options]) => new format(locale === 'default' ? 'en-GB' : locale, ...options)
});

/* The list starts with what is urgent, then by the day it is due; Tasklist would show the newest first. */

const ORDER = [
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' }
];

if (!location.hash.includes('sorting=')) {
  const place = location.hash.length > 2 ? location.hash : '#/';
  const sorting = (place.includes('?') ? '&' : '?') + 'sorting=' + encodeURIComponent(JSON.stringify(ORDER));
  // in silence: Tasklist would answer an event about it by putting its own order back
  history.replaceState(null, '', place + sorting);
}

/* Cards: those drawn within a moment of each other are asked for together, at most 100 at a time. */

const AT_MOST = 100;
let waiting = new Map();

const fill = async nodes => {
  const ids = [...nodes.keys()].map(encodeURIComponent).join(',');
  const cards = await read('/tasks/cards?ids=' + ids).catch(() => ({}));
  nodes.forEach((node, id) => {
    const card = cards[id];
    if (card && node.isConnected) {
      node.replaceChildren(
        element('span', 'cg-card-who', card.title),
        ...(card.urgent ? [element('span', 'cg-card-urgent', 'Urgent')] : []),
        ...(card.hint ? [element('span', 'cg-card-hint', card.hint)] : [])
      );
    }
  });
};

const ask = (id, node) => {
  if (waiting.size === 0) {
    setTimeout(() => {
      const all = [...waiting];
      waiting = new Map();
      for (let from = 0; from < all.length; from += AT_MOST) {
        fill(new Map(all.slice(from, from + AT_MOST)));
      }
    }, 30);
  }
  waiting.set(id, node);
};

const card = {
  id: 'common-ground-card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: (node, { taskId }) => {
    const place = element('div', 'cg-card');
    node.replaceChildren(place);
    ask(taskId, place);
  }
};

/* The panel beside the form. */

const link = (href, text) => {
  const made = element('a', 'cg-panel-link', text);
  made.href = home + href;
  return made;
};

const draw = (node, panel) => {
  node.replaceChildren();
  if (panel.paused) {
    node.append(element('p', 'cg-paused', panel.paused));
  }
  node.append(element('h3', 'cg-panel-title', panel.title));
  node.append(element('p', '', panel.standing));
  const actions = element('ul', 'cg-panel-actions');
  panel.actions.forEach(action => {
    const item = element('li', '');
    item.append(link(action.href, action.text));
    actions.append(item);
  });
  node.append(actions);
};

const panel = {
  id: 'common-ground-referral',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Referral' },
  render: (node, { taskId }) => {
    const place = element('div', 'cg-panel', 'Loading …');
    node.replaceChildren(place);
    read('/tasks/' + encodeURIComponent(taskId) + '/panel')
      .then(found => draw(place, found))
      .catch(() => {
        place.textContent = 'There is nothing more to show about this task.';
      });
  }
};

/* Whoever has a task may be away: a colleague who may answer it too takes it over at one click. */

const csrf = () => (/(?:^|; )CG-CSRF=([^;]*)/.exec(document.cookie) || [])[1] || '';

const takeOver = async (taskId, place) => {
  const answer = await fetch(home + '/tasks/' + encodeURIComponent(taskId) + '/take-over', {
    method: 'POST',
    headers: { 'X-CG-CSRF': decodeURIComponent(csrf()) },
    credentials: 'same-origin'
  }).catch(() => null);
  if (answer && answer.ok) {
    location.reload();
    return;
  }
  const words = answer && answer.status === 409 ? await answer.text() : 'This did not work. Please load the page again.';
  place.replaceChildren(element('span', 'cg-take-over-refused', words));
  place.firstChild.setAttribute('role', 'alert');
};

const shownTask = () => new URLSearchParams(location.hash.split('?')[1] || '').get('task');

const offerToTakeOver = place => {
  const taskId = shownTask();
  place.replaceChildren();
  if (!taskId) {
    return;
  }
  read('/tasks/' + encodeURIComponent(taskId) + '/holder')
    .then(holder => {
      if (taskId !== shownTask()) {
        return;
      }
      const button = element('button', 'btn btn-default', 'Take over from ' + holder.name);
      button.type = 'button';
      button.addEventListener('click', () => takeOver(taskId, place));
      place.replaceChildren(button);
    })
    .catch(() => {});
};

// Tasklist draws this once and does not say which task it shows: the address does
const takingOver = {
  id: 'common-ground-take-over',
  pluginPoint: 'tasklist.task.action',
  priority: 50,
  render: node => {
    const place = element('div', 'cg-take-over');
    node.replaceChildren(place);
    offerToTakeOver(place);
    addEventListener('hashchange', () => offerToTakeOver(place));
  }
};

/* In the header: where somebody goes who is asked about a person that no task is about. */

const links = {
  id: 'common-ground-links',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render: node => {
    read('/tasks/links')
      .then(found => node.replaceChildren(...found.map(action => {
        const made = link(action.href, action.text);
        made.className = 'cg-navbar-link';
        return made;
      })))
      .catch(() => {});
  }
};

/* A refusal is in words for people, one for each field; Tasklist puts the task's id before it. */

const REFUSAL = /^.*?Cannot submit task form [^:]*:\s*/;
const HEADING = 'An error happened while submitting the task form';

/* A long form may hide the field that is wrong: bring it into sight, and the keyboard to it. */
const show = field => {
  field.scrollIntoView({ block: 'center' });
  const input = field.querySelector('input, textarea, [tabindex]');
  if (input) {
    input.focus();
  }
};

/* The server names each field by its question: what is wrong stands there too, as it does where the form itself saw it. */
const MARK = 'cg-refused';
const WORDS = 'cg-refusal';

const refusalOf = (field, lines) => {
  const label = field.querySelector('.fjs-form-field-label');
  const question = label ? label.textContent.replace(/\*$/, '').trim() : '';
  const start = question + (question.endsWith('?') ? ' ' : ': ');
  const line = question && lines.find(one => one.startsWith(start));
  return line ? line.slice(start.length) : null;
};

const mark = lines => {
  const refused = [...document.querySelectorAll('.fjs-form .fjs-form-field')].filter(field => {
    const words = refusalOf(field, lines);
    if (words) {
      field.classList.add(MARK);
      field.append(element('div', 'fjs-form-field-error ' + WORDS, words));
    }
    return words;
  });
  refused.slice(0, 1).forEach(show);
};

const unmark = () => {
  document.querySelectorAll('.' + MARK).forEach(field => field.classList.remove(MARK));
  document.querySelectorAll('.' + WORDS).forEach(words => words.remove());
};

const kind = text => {
  if (REFUSAL.test(text.data)) {
    const lines = text.data.replace(REFUSAL, '').split('; ');
    text.data = lines.join('\n');
    mark(lines);
  } else if (text.data.includes(HEADING)) {
    const missed = document.querySelector('.fjs-form .fjs-has-errors');
    text.data = text.data.replace(
      HEADING,
      'This was not sent, and nothing was changed' + (missed ? '. Answer what is marked in red.' : '')
    );
    if (missed) {
      show(missed);
    }
  }
};

/* A reference is read aloud as a whole: it does not break at its hyphens, however narrow the list is. Tasklist goes on
   writing the whole name into its own text, so what we have cut off is thrown away when it does. */

const NAMES = '.tasks-list h4.task a, .task-card h2.task';
const REFERENCE = /CG-[0-9A-Z]{4}-[0-9A-Z]{2}/;
const cut = new WeakMap();

const keepTogether = text => {
  const name = text.parentElement;
  if (!name || !name.matches(NAMES) || text.data === cut.get(text)) {
    return;
  }
  while (text.nextSibling) {
    text.nextSibling.remove();
  }
  const found = REFERENCE.exec(text.data);
  if (found) {
    text.splitText(found.index).replaceWith(element('span', 'cg-reference', found[0]));
    cut.set(text, text.data);
  }
};

/* What was refused stays until the next attempt; Tasklist would leave it there, beside the next task too. */

document.addEventListener(
  'click',
  event => {
    if (event.target instanceof Element && event.target.closest('.form-actions .btn-primary, .tasks-list .task')) {
      unmark();
      document.querySelectorAll('.page-notifications .alert-danger .close:not(.ng-hide)').forEach(close => close.click());
    }
  },
  true
);

/* Our pages open beside a half-filled form, which would be lost by leaving it. */

document.addEventListener(
  'click',
  event => {
    const link = event.target instanceof Element && event.target.closest('.fjs-form a[href]');
    if (link) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  true
);

/* On a phone a task opens below the list: go there as soon as its form has come, or after three seconds. */

const NARROW = matchMedia('(max-width: 768px)');

const goToTask = tries => {
  if (tries > 0 && !document.querySelector('.task-details .fjs-container')) {
    setTimeout(goToTask, 100, tries - 1);
  } else {
    document.querySelector('.task-details').scrollIntoView();
  }
};

document.addEventListener(
  'click',
  event => {
    if (NARROW.matches && event.target instanceof Element && event.target.closest('.tasks-list .task')) {
      goToTask(30);
    }
  },
  true
);

new MutationObserver(changes => {
  changes.forEach(change => {
    if (change.type === 'characterData') {
      kind(change.target);
      keepTogether(change.target);
      return;
    }
    change.addedNodes.forEach(node => {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let text = texts.currentNode; text; text = texts.nextNode()) {
        if (text.nodeType === Node.TEXT_NODE) {
          kind(text);
          keepTogether(text);
        }
      }
    });
  });
}).observe(document.body, { childList: true, subtree: true, characterData: true });

/* Tasklist keeps drafts in the browser, which the next person at this machine could read. */

const forget = () =>
  Object.keys(localStorage)
    .filter(key => key.startsWith('camunda-form:'))
    .forEach(key => localStorage.removeItem(key));

forget();
addEventListener('pagehide', forget);
document.addEventListener(
  'click',
  event => {
    if (event.target instanceof Element && event.target.closest('.logout')) {
      forget();
    }
  },
  true
);

export default [card, panel, takingOver, links];
