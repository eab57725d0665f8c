// Everything in which a page can leave something behind. Answers the names of the places that hold a text.
const [text, done] = arguments;
const holds = (value) => {
  if (typeof value === "string") return value.includes(text);
  try {
    return JSON.stringify(value)?.includes(text) ?? false;
  } catch {
    return String(value).includes(text);
  }
};
const storage = (name) => Object.entries(window[name]).some(([key, value]) => holds(key) || holds(value));
const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
const databases = async () => {
  for (const { name } of await indexedDB.databases()) {
    const database = await request(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = [await request(objects.getAllKeys()), await request(objects.getAll())];
      if (holds(name) || holds(store) || holds(keys) || holds(values)) return true;
    }
    database.close();
  }
  return false;
};
const cached = async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      if (holds(key.url) || holds(await (await cache.match(key)).text())) return true;
    }
  }
  return false;
};
const fields = () => [...document.querySelectorAll("input, textarea")].some((field) => holds(field.value));
const globals = () =>
  Object.getOwnPropertyNames(window).some((name) => {
    try {
      return typeof window[name] === "string" && name !== "name" && holds(window[name]);
    } catch {
      return false;
    }
  });
const places = {
  localStorage: () => storage("localStorage"),
  sessionStorage: () => storage("sessionStorage"),
  indexedDB: databases,
  caches: cached,
  cookies: () => holds(document.cookie),
  document: () => holds(document.documentElement.outerHTML),
  fields,
  title: () => holds(document.title),
  address: () => holds(location.href) || holds(document.referrer),
  history: () => holds(history.state),
  "window name": () => holds(window.name),
  globals,
  requests: () => performance.getEntries().some((entry) => holds(entry.name)),
  console: () => (window.heardOnConsole ?? []).some(holds),
};
(async () => {
  const found = [];
  for (const [name, look] of Object.entries(places)) {
    if (await look()) found.push(name);
  }
  return found;
})().then(done, (error) => done([`looking failed: ${error}`]));
