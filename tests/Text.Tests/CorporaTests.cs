using System.Text;

namespace Qiansi.Text.Tests;

/// <summary>Texts to learn from.</summary>
public sealed class CorporaTests
{
    [Fact]
    public void A_generated_text_is_the_same_for_a_seed_and_has_its_rules()
    {
        var text = GeneratedText.Make(20_000, seed: 5);
        Assert.Equal(text, GeneratedText.Make(20_000, seed: 5));
        Assert.NotEqual(text, GeneratedText.Make(20_000, seed: 6));
        Assert.InRange(text.Length, 19_000, 20_000);
        Assert.All(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), report =>
        {
            var name = report[..report.IndexOf(" of the ", StringComparison.Ordinal)];
            Assert.Contains($"Thus far {name}, ", report);
        });
    }

    [Fact]
    public void Tang_poems_are_made_of_the_package_file_after_file()
    {
        var make = TangPoems.Dataset.Files.Single().Make!;
        var text = Encoding.UTF8.GetString(make(new Dictionary<string, byte[]>
        {
            ["p.10000.json"] = """[{"paragraphs":["丁。"]},{"paragraphs":[]}]"""u8.ToArray(),
            ["p.2000.json"] = """[{"paragraphs":["乙。","丙。"]}]"""u8.ToArray(),
            ["p.0.json"] = """[{"paragraphs":["甲。"]}]"""u8.ToArray(),
        }));
        Assert.Equal("甲。\n\n乙。\n丙。\n\n丁。\n", text);
    }

    [Fact]
    public void Fetched_texts_are_what_is_said_of_them()
    {
        Assert.SkipUnless(MobyDick.IsPresent && TangPoems.IsPresent, "nb data get moby-dick, nb data get tang");
        var novel = MobyDick.Load();
        Assert.StartsWith("CHAPTER 1. Loomings.\n\nCall me Ishmael. Some years ago—never mind how long precisely—having little", novel);
        Assert.Equal((1_190_317, 83), (novel.Length, new CharTokenizer(novel).Count));
        Assert.Equal(57_603, TangPoems.Load().Count);
        var poems = TangPoems.LoadFiveCharacterPoems();
        Assert.InRange(poems.Count, 18_000, 18_400);
        Assert.All(poems, p => Assert.True(p.TrimEnd().Split('\n').All(l => l.Length == 12)));
    }

    [Fact]
    public void What_is_not_fetched_says_how_to()
    {
        Assert.SkipWhen(MobyDick.IsPresent, "it is there");
        Assert.Contains("nb data get moby-dick", Assert.Throws<FileNotFoundException>(MobyDick.Load).Message);
    }
}
