# story: the epoch, the future and the years before newspapers are never publication dates
article epoch.html  date=1970-01-01
  <h1>The ferry is mended</h1>
  <p>The ferry across the Orra was mended on Friday, its master said.</p>

article future.html  date=2199-05-01
  <h1>The pier is painted</h1>
  <p>The pier at Lund was painted by volunteers over several weeks.</p>

article plain.html  date=2024-05-03
  <h1>The mill is sold</h1>
  <p>The old mill in Vale was sold on Thursday for an undisclosed sum.</p>

build

query-any articles --columns article,published,basis
----
epoch.html | no date | unknown
future.html | no date | unknown
plain.html | 3 May 2024 | stated

query timeline --columns when,line
----
2 May 2024 | The old mill in Vale was sold on Thursday for an undisclosed sum.
no date | The ferry across the Orra was mended on Friday, its master said.
no date | The pier at Lund was painted by volunteers over several weeks.
