# story: the day a page was saved bounds it and proves nothing by itself; with what others prove both ends count
article pile.jsonl
  {"id": "1", "title": "The lane", "text": "The lane behind the mill is quiet, and nobody walks there.", "scrape_time": "2020-05-05"}
  {"id": "2", "title": "The kiln", "text": "The kiln of Orra was opened on 3 May 2019, and the council came.", "scrape_time": "2020-05-05"}

build

query dates --columns source,basis,candidate,origin
----
pile.jsonl:1 | unknown | 5 May 2020 | captured
pile.jsonl:2 | inferred | 3 May 2019 – 5 May 2020 | other articles
pile.jsonl:2 | inferred | 5 May 2020 | captured
