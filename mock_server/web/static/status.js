// Follows a status that the server tells. A stream tells it at once; where none gets through, asking does.
const followStatus = (address, told, over = () => {}) => {
  let asked = 0, newest = 0; // an answer that was on its way while something newer was told is stale
  const ask = async () => {
    const turn = ++asked;
    const seen = await fetch(address, { headers: { Accept: "application/json" } })
      .then((answer) => answer.ok ? answer.json() : { isOver: [403, 404, 410].includes(answer.status) })
      .catch(() => ({})); // the network is cut: the next time may find it back
    if (turn < newest) return;
    newest = turn;
    if (seen.isOver) over();
    else if (seen.status) told(seen.status);
  };
  const source = new EventSource(address);
  let timer = setInterval(ask, 10000); // something on the way may hold a stream back, and nobody says so
  source.onmessage = (event) => {
    newest = ++asked;
    told(event.data);
  };
  source.onerror = () => {
    source.close();
    clearInterval(timer);
    timer = setInterval(ask, 1000);
  };
  const stop = () => {
    source.close();
    clearInterval(timer);
  };
  return { ask, stop };
};

// The same, but a hidden tab listens to nothing: a browser opens only a handful of streams to one host.
const followWhileShown = (address, told) => {
  let following;
  const stop = () => following?.stop();
  const listen = () => {
    stop();
    if (!document.hidden) following = followStatus(address, told, stop);
  };
  addEventListener("visibilitychange", listen);
  document.addEventListener("resume", listen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
  return { ask: () => following?.ask(), stop };
};
