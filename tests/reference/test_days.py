"""Days worked out from the five reference articles: by file and value, without their words."""
import unittest

from program import SHARED, ProgramTest


class Days(ProgramTest):
    def setUp(self):
        super().setUp()
        pile = SHARED / "corpora" / "five-tellings"
        if not pile.is_dir():
            self.skipTest("the real articles are not at hand")
        self.fabula("build", "-q", pile, "-o", "five.fabula")
        export = self.export("five.fabula")
        number = {a["id"]: a["source"].rpartition("/")[2][:3] for a in export["articles"]}
        self.published = {number[a["id"]]: a["published"] for a in export["articles"]}
        self.times = {}
        for time in export["times"]:
            self.times.setdefault(number[time["article"]], []).append(time)

    def window(self, article):
        published = self.published[article]
        return published["basis"], published["earliest"], published["latest"]

    def values(self, article, anchor):
        return [time["when"]["edtf"] for time in self.times[article] if time["anchor"] == anchor]

    def test_stated_days_are_kept(self):
        self.assertEqual(self.window("002"), ("stated", "2021-09-29", "2021-09-29"))
        self.assertEqual(self.window("003"), ("stated", "2020-11-10", "2020-11-10"))

    def test_undated_articles_lie_in_the_window_that_the_others_prove(self):
        self.assertEqual(self.window("000"), ("inferred", "2021-01-01", "2021-12-31"))
        self.assertEqual(self.window("004"), ("inferred", "2023-12-01", "2024-11-30"))
        for article in ("000", "004"):
            steps = self.published[article]["steps"]
            self.assertTrue(1 <= len(steps) <= 6)
            for step in steps:
                self.assertIn(step["proves"], ("earliest", "latest", "both"))
                for words in step["words"]:
                    self.assertIn(words["text"][:40].strip().split("\n")[0], step["because"])

    def test_times_inside_a_quotation_count_from_the_day_it_was_said(self):
        self.assertIn("2020-09-28", self.values("002", "said"))
        self.assertIn("2020-11-09", self.values("003", "said"))

    def test_times_of_inferred_articles_are_read_against_their_window(self):
        self.assertIn("2020-10", self.values("000", "inferred"))
        self.assertIn("2023-12-01", self.values("004", "inferred"))

    def test_feasts_weekdays_and_offsets(self):
        self.assertEqual(self.values("002", "published").count("2021-09-28"), 4)
        self.assertIn("2020-11-09", self.values("003", "published"))
        self.assertIn("2020-10", self.values("004", "text"))


if __name__ == "__main__":
    unittest.main()
