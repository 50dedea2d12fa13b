/// The little that the pages' script does: everything can be read without it.
enum ReportScript {
    /// `report.js`.
    static let text = #"""
        "use strict";
        (function () {
          // The list of tests: filter by name, file and outcome.
          const box = document.querySelector(".filter");
          if (box) {
            const text = document.getElementById("filter");
            const onlyFailed = document.getElementById("only-failed");
            const count = document.getElementById("filter-count");
            const rows = Array.from(document.querySelectorAll("ul.tests > li"));
            const apply = function () {
              const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
              let shown = 0;
              for (const row of rows) {
                const content = row.textContent.toLowerCase();
                const fits = words.every(function (word) { return content.includes(word); });
                row.hidden = !fits || (onlyFailed.checked && row.dataset.outcome !== "failed");
                if (!row.hidden) { shown += 1; }
              }
              count.textContent = shown === rows.length ? "" : shown + " of " + rows.length;
            };
            text.addEventListener("input", apply);
            onlyFailed.addEventListener("change", apply);
            box.hidden = false;
          }

          // Timelines: open and close everything at once.
          for (const timeline of document.querySelectorAll("ol.timeline")) {
            const details = timeline.querySelectorAll(".step > details");
            if (details.length === 0) { continue; }
            const button = document.createElement("button");
            button.type = "button";
            button.className = "toggle";
            const label = function () {
              button.textContent = Array.from(details).some(function (one) { return !one.open; }) ? "Open all" : "Close all";
            };
            button.addEventListener("click", function () {
              const open = Array.from(details).some(function (one) { return !one.open; });
              for (const one of details) { one.open = open; }
              label();
            });
            label();
            timeline.before(button);
          }

          // A line that is linked to is in view, with some text above it.
          const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
          if (target) { target.scrollIntoView({ block: "center" }); }
        })();

        """#
}
