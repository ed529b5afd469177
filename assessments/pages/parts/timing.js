// Clocks that run in the browser, on pages that have some.
pathway.startClocks = () => {
  const said = (seconds, over) => {
    const whole = Math.abs(Math.round(seconds));
    const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    return seconds < -0.5 ? over.replace("{clock}", clock) : clock;
  };
  const tick = () => {
    for (const timer of document.querySelectorAll(".timer")) {
      timer.seen ??= performance.now();
      const left = Number(timer.dataset.left) - (performance.now() - timer.seen) / 1000;
      timer.querySelector(".clock").textContent = said(left, timer.dataset.over);
      timer.classList.toggle("over", left < -0.5);
      timer.classList.toggle("nearly", left >= -0.5 && left < 60);
    }
  };
  pathway.clock ??= setInterval(tick, 500);
  tick();
};
