// Watches a visit to a long list: when its first rows were painted, when it was whole, and what took the main thread longer than 50 ms.
{
  const bench = (window.bench = { firstRows: null, whole: null, longTasks: [] });
  new PerformanceObserver((entries) => {
    for (const { startTime, duration } of entries.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const painted = (note) => scheduler.postTask(() => note(performance.now()), { priority: "user-blocking" });
  const words = "EXPECTED service users";
  const look = () => {
    const body = document.querySelector("main");
    if (bench.firstRows === null && body?.querySelector(".users-row")) {
      bench.firstRows = Infinity;
      painted((now) => (bench.firstRows = now));
    }
    const count = body?.querySelector(".list-count, [data-count]")?.textContent ?? "";
    if (bench.whole === null && count.includes(words)) {
      bench.whole = Infinity;
      painted((now) => (bench.whole = now));
    }
    if (bench.whole === null || bench.firstRows === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // Types text, one letter and one frame after the other, into the field with the focus, and notes for each what the main thread had to do
  // until its frame was painted, and whether what it led to was right by then.
  const nextTask = () => scheduler.postTask(() => performance.now(), { priority: "user-blocking" });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  bench.type = async (letters, isRight) => {
    const keys = [];
    for (const letter of letters) {
      await nextFrame();
      await nextTask();
      const began = performance.now();
      if (letter === "") {
        document.execCommand("selectAll");
        document.execCommand("delete");
      } else {
        document.execCommand("insertText", false, letter);
      }
      const frame = nextFrame();
      const handled = (await nextTask()) - began;
      const frameBegan = await frame;
      const ended = await nextTask();
      keys.push({ work: handled + (ended - frameBegan), isRight: isRight(document.activeElement.value) });
    }
    return keys;
  };
}
