// The body of an asynchronous function that answers every text in one of the page's storages.
const [name] = arguments;
const texts = [];
// The kind by its name: a driver's script may run in a world with constructors of its own.
const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);
const collect = async (value) => {
  if (kind(value) === "Blob") texts.push(await value.text());
  else if (kind(value) === "ArrayBuffer") texts.push(new TextDecoder("latin1").decode(value));
  else if (kind(value?.buffer) === "ArrayBuffer") await collect(value.buffer);
  else if (kind(value) === "Map" || kind(value) === "Set") for (const item of value) await collect(item);
  else if (value !== null && typeof value === "object") for (const item of Object.entries(value).flat()) await collect(item);
  else texts.push(String(value));
};
const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
const readers = {
  localStorage: () => collect(Object.entries(localStorage)),
  sessionStorage: () => collect(Object.entries(sessionStorage)),
  async indexedDB() {
    for (const { name } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([request(objects.getAllKeys()), request(objects.getAll())]);
        await collect([name, store, keys, values]);
      }
      database.close();
    }
  },
  async caches() {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        const answer = await cache.match(key);
        await collect([name, key.url, [...key.headers], [...answer.headers], await answer.text()]);
      }
    }
  },
};
await readers[name]();
return texts;
