/// The look of a report: light and dark, on a phone and on a desk.
enum ReportStyle {
    /// `report.css`.
    static let text = colors + page + tests + runs + sources + narrow

    private static let colors = """
        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --surface: #ffffff; --sunken: #f0f2f5; --line: #dfe3e9;
          --text: #1b2430; --muted: #5c6878; --link: #1f5fcc;
          --ok: #14713f; --ok-bg: #e2f4e8; --ok-bar: #2ca062;
          --bad: #b42334; --bad-bg: #fde8ea; --bad-bar: #d9485a;
          --warn: #875a00; --warn-bg: #fff2d0; --warn-bar: #d9a021;
          --shadow: 0 1px 2px rgb(16 24 40 / .06), 0 1px 6px rgb(16 24 40 / .05);
          --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #10141a; --surface: #181e26; --sunken: #11161d; --line: #2b3440;
            --text: #e3e8ef; --muted: #9aa7b8; --link: #86b1ff;
            --ok: #5fd394; --ok-bg: #12301f; --ok-bar: #37a568;
            --bad: #ff8f9b; --bad-bg: #3a1a20; --bad-bar: #d9566a;
            --warn: #f0c160; --warn-bg: #352a10; --warn-bar: #c9962b;
            --shadow: none;
          }
        }

        """

    private static let page = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 var(--sans); }
        .wrap { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
        .top { background: var(--surface); border-bottom: 1px solid var(--line); padding: 22px 0 18px; margin-bottom: 24px; }
        .heading { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
        h1 { font-size: 24px; line-height: 1.25; margin: 0; overflow-wrap: anywhere; letter-spacing: -.01em; }
        h2 { font-size: 18px; margin: 32px 0 12px; letter-spacing: -.005em; overflow-wrap: anywhere; }
        h3 { font-size: 15px; margin: 24px 0 8px; overflow-wrap: anywhere; }
        h4 { font-size: 12px; margin: 0; text-transform: uppercase; letter-spacing: .06em; color: var(--muted); }
        h5 { font-size: 13px; margin: 0 0 6px; }
        p { margin: 0 0 8px; }
        a { color: var(--link); text-decoration: none; }
        a:hover { text-decoration: underline; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; left: -9999px; }
        .skip:focus { left: 12px; top: 12px; background: var(--surface); padding: 8px 12px; z-index: 2; }
        .trail { font-size: 13px; color: var(--muted); margin-bottom: 4px; }
        footer.wrap { color: var(--muted); font-size: 13px; padding-top: 40px; padding-bottom: 32px; }
        code, pre, .place, .policy { font-family: var(--mono); font-size: 13px; }
        pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .muted { color: var(--muted); }
        .ok { color: var(--ok); } .bad { color: var(--bad); } .warn { color: var(--warn); }
        .label { display: block; font-size: 12px; font-weight: 600; color: var(--muted); }
        .badge { display: inline-block; font-size: 12px; font-weight: 600; line-height: 1.5; padding: 1px 9px; border-radius: 99px;
          white-space: nowrap; background: var(--sunken); color: var(--muted); }
        .badge.ok { background: var(--ok-bg); color: var(--ok); }
        .badge.bad { background: var(--bad-bg); color: var(--bad); }
        .panel { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; margin: 0 0 12px;
          box-shadow: var(--shadow); overflow-x: auto; }
        .panel.failed { border-left: 4px solid var(--bad-bar); }
        .panel.ok { border-left: 4px solid var(--ok-bar); margin-top: 16px; }
        .panel h3 { margin-top: 0; margin-bottom: 2px; }
        p.message { font-weight: 600; overflow-wrap: anywhere; white-space: pre-line; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; }
        .card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; box-shadow: var(--shadow);
          min-width: 0; }
        .cards .card > b { display: block; font-size: 22px; line-height: 1.35; font-variant-numeric: tabular-nums; }
        .cards .card .muted { font-size: 13px; }
        button.toggle { font: inherit; font-size: 13px; color: var(--link); background: var(--surface); border: 1px solid var(--line);
          border-radius: 6px; padding: 3px 12px; margin-bottom: 8px; cursor: pointer; }
        summary { cursor: pointer; }

        """

    private static let tests = """
        .filter { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin-bottom: 10px; font-size: 14px; }
        .filter[hidden], li[hidden] { display: none; }
        .filter input[type=search] { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line);
          border-radius: 6px; padding: 5px 10px; width: 260px; max-width: 100%; }
        .check { display: flex; align-items: center; gap: 6px; }
        ul.tests { list-style: none; margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
          box-shadow: var(--shadow); overflow: hidden; }
        ul.tests li + li { border-top: 1px solid var(--line); }
        a.test { display: grid; grid-template-columns: 90px minmax(0, 1fr) auto 84px; gap: 4px 14px; align-items: baseline;
          padding: 9px 16px; color: inherit; }
        a.test:hover { background: var(--sunken); text-decoration: none; }
        a.test .badge { justify-self: start; }
        a.test .name { font-weight: 550; overflow-wrap: anywhere; }
        a.test .time { text-align: right; font-variant-numeric: tabular-nums; font-size: 13px; }
        table { border-collapse: collapse; }
        table.coverage { width: 100%; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; border-spacing: 0;
          border-collapse: separate; overflow: hidden; box-shadow: var(--shadow); font-size: 14px; }
        table.coverage th, table.coverage td { text-align: left; padding: 8px 12px; vertical-align: baseline; }
        table.coverage thead th { font-size: 12px; color: var(--muted); border-bottom: 1px solid var(--line); }
        table.coverage tbody tr + tr > * { border-top: 1px solid var(--line); }
        table.coverage tbody th { font: 13px var(--mono); overflow-wrap: anywhere; }
        .meter { display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; font-variant-numeric: tabular-nums; font-size: 13px; }
        .meter .track { width: 64px; height: 7px; border-radius: 9px; background: var(--line); overflow: hidden; display: inline-block; }
        .meter .track > span { display: block; height: 100%; background: var(--ok-bar); }
        .meter.warn .track > span { background: var(--warn-bar); }
        .meter.bad .track > span { background: var(--bad-bar); }
        .meter .value { color: var(--text); }
        table.coverage .of { display: none; }
        .failure .note { color: var(--muted); font-size: 13px; margin: 0 0 4px; overflow-wrap: anywhere; }
        .failure + .failure { margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--line); }
        .diff { font: 13px/1.5 var(--mono); background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto;
          padding: 4px 0; margin: 4px 0 8px; }
        .diff > div { display: flex; padding: 0 12px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .diff .sign { flex: none; width: 26px; text-align: center; color: var(--muted); user-select: none; }
        .diff .del { background: var(--bad-bg); } .diff .del .sign { color: var(--bad); }
        .diff .ins { background: var(--ok-bg); } .diff .ins .sign { color: var(--ok); }
        .diff mark { color: inherit; background: none; border-bottom: 2px solid; border-radius: 0; font-weight: 700; }
        .diff .del mark { border-color: var(--bad-bar); } .diff .ins mark { border-color: var(--ok-bar); }

        """

    private static let runs = """
        .messages { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 12px; margin: 12px 0; }
        .message.card { overflow: hidden; }
        .message .head { display: block; overflow-wrap: anywhere; margin: 2px 0 6px; }
        table.facts { width: 100%; font-size: 13px; }
        table.facts th { text-align: left; font-weight: 500; color: var(--muted); padding: 2px 12px 2px 0; vertical-align: top; width: 1%;
          white-space: nowrap; }
        table.facts td { padding: 2px 8px 2px 0; overflow-wrap: anywhere; vertical-align: top; }
        table.facts td.muted { width: 1%; white-space: nowrap; }
        code.value { background: var(--sunken); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; white-space: pre-wrap; }
        code.null { color: var(--muted); font-style: italic; }
        .long pre, .message pre { background: var(--sunken); border-radius: 6px; padding: 8px 10px; margin-top: 6px; max-height: 420px;
          overflow: auto; }
        ol.timeline { list-style: none; margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
          box-shadow: var(--shadow); overflow: hidden; }
        .timeline ol { list-style: none; margin: 0; padding: 0; }
        .timeline .section > h4 { background: var(--sunken); padding: 6px 16px; border-bottom: 1px solid var(--line); }
        .timeline .section + .section > h4 { border-top: 1px solid var(--line); }
        .timeline .step + .step, .timeline .step > ol { border-top: 1px solid var(--line); }
        .timeline .step > ol { margin-left: 28px; border-left: 2px solid var(--line); }
        .timeline .row { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; padding: 7px 16px 7px 34px; position: relative; }
        .timeline summary.row { list-style: none; }
        .timeline summary.row::-webkit-details-marker { display: none; }
        .timeline summary.row::before { content: "▸"; position: absolute; left: 14px; color: var(--muted); }
        .timeline details[open] > summary.row::before { content: "▾"; }
        .timeline summary.row:hover { background: var(--sunken); }
        .timeline .policy { font-weight: 600; }
        .timeline .place { font-size: 12px; }
        .timeline .failed > details > summary.row { box-shadow: inset 4px 0 var(--bad-bar); }
        .timeline .summary { color: var(--muted); font-size: 13px; flex: 1 1 140px; min-width: 0; overflow: hidden; text-overflow: ellipsis;
          white-space: nowrap; }
        .timeline .time { font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums; min-width: 62px; text-align: right;
          margin-left: auto; }
        .bar { position: relative; width: 120px; height: 7px; border-radius: 9px; background: var(--sunken); overflow: hidden; }
        .bar > span { position: absolute; top: 0; bottom: 0; background: var(--link); border-radius: 9px; max-width: 100%; }
        .timeline .bar + .time { margin-left: 0; }
        .inside { padding: 4px 16px 14px 34px; }
        .inside .card { box-shadow: none; }
        .event + .event { margin-top: 12px; }
        .expression { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
        .expression > pre { background: var(--sunken); padding: 8px 12px; }
        .expression .result { padding: 6px 12px; }
        .equals { color: var(--muted); }
        table.parts { width: 100%; font-size: 13px; border-top: 1px solid var(--line); }
        table.parts th { font-size: 12px; font-weight: 600; color: var(--muted); text-align: left; padding: 4px 12px; }
        table.parts td { padding: 3px 12px; border-top: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: top; width: 50%; }
        .change { margin-bottom: 6px; }
        .change .diff { margin: 2px 0 0; }
        .log p { margin: 0; overflow-wrap: anywhere; }
        .fold { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; margin-top: 12px; padding: 10px 16px; }
        .fold > summary { font-weight: 600; overflow-wrap: anywhere; }
        .fold > table, .fold > .source { margin-top: 10px; }
        .neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px 24px; margin-top: 32px; font-size: 14px; }

        """

    private static let sources = """
        .source { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; box-shadow: var(--shadow);
          font: 13px/1.6 var(--mono); }
        .source table { width: 100%; }
        .source td { padding: 0 6px; vertical-align: top; }
        .source .n, .source .count, .source .flag { text-align: right; color: var(--muted); user-select: none; width: 1%; white-space: nowrap; }
        .source .n { padding-left: 14px; }
        .source .count { font-size: 12px; min-width: 3em; }
        .source .flag { font-weight: 700; width: 1.4em; border-right: 3px solid transparent; }
        .source .code { white-space: pre; padding-left: 12px; padding-right: 16px; }
        .source tr.hit .flag { border-color: var(--ok-bar); }
        .source tr.part .flag { border-color: var(--warn-bar); color: var(--warn); }
        .source tr.miss .flag { border-color: var(--bad-bar); color: var(--bad); }
        .source tr:target { background: var(--sunken); outline: 2px solid var(--link); outline-offset: -2px; }
        span.hit { background: var(--ok-bg); } span.part { background: var(--warn-bg); }
        span.miss { background: var(--bad-bg); text-decoration: underline wavy var(--bad-bar) 1px; text-underline-offset: 3px; }
        .legend { display: flex; flex-wrap: wrap; gap: 8px 12px; font-size: 13px; }
        .legend span { padding: 1px 9px; border-radius: 5px; }
        ul.missed { list-style: none; margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
          overflow: hidden; }
        ul.missed li { display: flex; gap: 16px; padding: 6px 16px; }
        ul.missed li + li { border-top: 1px solid var(--line); }
        ul.missed .place { flex: none; min-width: 64px; }
        ul.missed code { overflow-wrap: anywhere; }

        """

    private static let narrow = """
        @media (max-width: 720px) {
          .wrap { padding: 0 14px; }
          .top { padding: 16px 0 14px; margin-bottom: 16px; }
          h1 { font-size: 20px; }
          .cards { grid-template-columns: repeat(2, 1fr); gap: 8px; }
          .cards .card > b { font-size: 18px; }
          .cards .card:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
          a.test { grid-template-columns: minmax(0, 1fr) auto; padding: 9px 12px; }
          a.test .name { grid-column: 1 / -1; grid-row: 1; }
          a.test .badge { grid-row: 2; grid-column: 1; }
          a.test .time { grid-row: 2; grid-column: 2; }
          a.test .place { grid-row: 3; grid-column: 1 / -1; overflow-wrap: anywhere; }
          table.coverage thead { position: absolute; left: -9999px; }
          table.coverage, table.coverage tbody, table.coverage tr, table.coverage th, table.coverage td { display: block; }
          table.coverage tr { padding: 8px 0; }
          table.coverage tbody tr + tr > * { border-top: 0; }
          table.coverage tbody tr + tr { border-top: 1px solid var(--line); }
          table.coverage td { display: flex; justify-content: space-between; padding: 2px 12px; }
          table.coverage td::before { content: attr(data-label); color: var(--muted); }
          .messages { grid-template-columns: minmax(0, 1fr); }
          .timeline .row { padding: 7px 12px 7px 30px; }
          .timeline summary.row::before { left: 12px; top: 8px; }
          .timeline .step > ol { margin-left: 12px; }
          .timeline .summary { order: 5; flex-basis: 100%; }
          .timeline .bar { order: 6; flex: 1; }
          .timeline .bar + .time { order: 7; }
          .inside { padding: 4px 12px 12px; }
          table.parts, table.parts tbody, table.parts tr, table.parts td { display: block; width: auto; }
          table.parts thead { position: absolute; left: -9999px; }
          table.parts td + td { border-top: 0; padding-bottom: 6px; }
          .source { font-size: 12px; }
          .source td { padding: 0 3px; }
          .source .n { padding-left: 8px; }
          .source .count { min-width: 0; font-size: 11px; }
          .source .code { padding-left: 8px; }
        }
        @media print { .filter, button.toggle, .neighbours { display: none; } .card, .panel { box-shadow: none; } }

        """
}
