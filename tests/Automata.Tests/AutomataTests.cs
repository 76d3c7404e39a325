using System.Text.RegularExpressions;

namespace Qiansi.Automata.Tests;

/// <summary>Expressions, and the three automata made of them, beside .NET's regular expressions and beside brute force.</summary>
public sealed class AutomataTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 8).SelectMany(WordsOf)];

    [Theory]
    [InlineData("a")]
    [InlineData("()")]
    [InlineData("(a|b)*abb")]
    [InlineData("a?b+|(ba)*")]
    [InlineData("((a|())b)*")]
    [InlineData("[^a]b*")]
    [InlineData("(aa|bb)*((ab|ba)(aa|bb)*(ab|ba)(aa|bb)*)*")]
    public void Known_expressions_take_the_words_they_should(string text) => Check(text);

    [Fact]
    public void Random_expressions_take_the_words_that_NETs_take()
    {
        var random = new Random(1);
        for (var i = 0; i < 400; i++) Check(Random(random, 4));
    }

    [Fact]
    public void The_minimal_automaton_has_as_many_states_as_there_are_kinds_of_beginnings()
    {
        // Two states are the same when every word ends alike from both: tried out.
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var text = Random(random, 5);
            var dfa = RegularExpression.Parse(text).ToNfa().ToDfa();
            var minimal = dfa.Minimized();
            var kinds =
                Enumerable.Range(0, dfa.StateCount).Select(s => string.Concat(Words.Select(w => Ends(dfa, s, w) ? '1' : '0'))).Distinct();
            Assert.Equal(kinds.Count(), minimal.StateCount);
            for (var a = 0; a < minimal.StateCount; a++)
                for (var b = 0; b < a; b++) Assert.True(Differ(minimal, a, b), $"{text}: states {a} and {b} take the same words");
        }
    }

    [Fact]
    public void The_textbooks_example_has_four_states()
    {
        var dfa = RegularExpression.Parse("(a|b)*abb").ToNfa().ToDfa();
        Assert.Equal((5, 4), (dfa.StateCount, dfa.Minimized().StateCount));
        var steps = Minimization.Steps(dfa);
        Assert.Null(steps[0].Split);
        Assert.Equal(steps[0].Groups.Count + steps.Count - 1, steps[^1].Groups.Count);
    }

    [Fact]
    public void The_subset_construction_names_what_a_state_stands_for()
    {
        var nfa = RegularExpression.Parse("(a|b)*abb").ToNfa();
        var steps = SubsetConstruction.Steps(nfa);
        Assert.Equal(nfa.Closure([nfa.Start]), steps[0].States);
        Assert.Equal(5, steps.Count(s => s.IsNew));
        Assert.All(steps.Skip(1), s => Assert.Equal(nfa.Move(Numbers(steps[^1].Result.Names[s.From]), s.On!.Ranges[0].Low), s.States));

        static IEnumerable<int> Numbers(string name) => name.Trim('{', '}').Split(", ").Select(int.Parse);
    }

    [Fact]
    public void Words_of_SNL_are_told_apart()
    {
        var dfa = RegularExpression.Parse(@"[A-Za-z][A-Za-z0-9]*|[0-9]+|:=|\.\.|\.|\{[^}]*\}|'[^']'").ToNfa().ToDfa().Minimized();
        Assert.All((string[])["x", "endwh", "A1", "007", ":=", "..", ".", "{ a } "[..5], "'a'", "'}'"],
            w => Assert.True(dfa.Accepts(w), w));
        Assert.All((string[])["", "1a", ":", "...", "{", "{a}b}", "''", "'ab'", "é"], w => Assert.False(dfa.Accepts(w), w));
    }

    [Theory]
    [InlineData("a|*", "a|*, character 3: '*' repeats nothing")]
    [InlineData("(ab", "(ab, character 1: this '(' is never closed")]
    [InlineData("ab)", "ab), character 3: ')' has no '(' before it")]
    [InlineData("[ab", "[ab, character 1: this '[' is never closed")]
    [InlineData("[z-a]", "[z-a], character 2: 'z' comes after 'a'")]
    [InlineData("a\\", "a\\, character 3: a character must follow '\\'")]
    public void What_is_no_expression_is_told_with_its_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => RegularExpression.Parse(text)).Message);

    [Fact]
    public void Nesting_without_end_is_refused_and_an_expression_can_be_read_back()
    {
        Assert.Contains("nested", Assert.Throws<FormatException>(() => RegularExpression.Parse(new string('(', 100_000))).Message);
        foreach (var text in (string[])["(a|b)*abb", "[0-9]+\\.[0-9]+", "[^}]*", "(ab)?|()"])
            Assert.Equal(RegularExpression.Parse(text), RegularExpression.Parse(RegularExpression.Parse(text).ToString()!));
    }

    [Fact]
    public void Sets_are_sets()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var sets = Enumerable.Range(0, 3).Select(_ => CharSet.Of(Enumerable.Range(0, 3)
                .Select(_ => ((char)random.Next(12), (char)random.Next(12))))).ToArray();
            var (a, b) = (sets[0], sets[1]);
            var parts = CharSet.Partition(sets);
            for (var c = '\0'; c < 20; c++)
            {
                Assert.Equal(a.Contains(c) || b.Contains(c), a.Union(b).Contains(c));
                Assert.Equal(a.Contains(c) && b.Contains(c), a.Intersect(b).Contains(c));
                Assert.Equal(!a.Contains(c), a.Complement().Contains(c));
                Assert.Equal(sets.Any(s => s.Contains(c)) ? 1 : 0, parts.Count(p => p.Contains(c)));
            }

            Assert.All(parts, p => Assert.All(sets, s => Assert.True(s.Intersect(p).IsEmpty || s.Intersect(p).Equals(p))));
        }

        Assert.Equal("0–9 A–Z a b", CharSet.Of([('a', 'b'), ('0', '9'), ('A', 'Z')]).ToString());
        Assert.Equal("not }", CharSet.Of('}').Complement().ToString());
        Assert.Equal("any", CharSet.Empty.Complement().ToString());
    }

    private static void Check(string text)
    {
        var nfa = RegularExpression.Parse(text).ToNfa();
        var dfa = nfa.ToDfa();
        var minimal = dfa.Minimized();
        var theirs = new Regex($@"\A(?:{text})\z", RegexOptions.NonBacktracking);
        foreach (var word in Words)
        {
            var expected = theirs.IsMatch(word);
            Assert.True(expected == nfa.Accepts(word) && expected == dfa.Accepts(word) && expected == minimal.Accepts(word),
                $"{text} on '{word}': {expected} expected; NFA {nfa.Accepts(word)}, DFA {dfa.Accepts(word)}, "
                + $"minimal {minimal.Accepts(word)}");
        }
    }

    private static bool Differ(Dfa dfa, int a, int b) => Words.Any(w => Ends(dfa, a, w) != Ends(dfa, b, w));

    private static bool Ends(Dfa dfa, int state, string word)
    {
        foreach (var c in word)
        {
            if (state != Dfa.None) state = dfa.Next(state, c);
        }

        return state != Dfa.None && dfa.Accepting.Contains(state);
    }

    private static IEnumerable<string> WordsOf(int length) =>
        Enumerable.Range(0, 1 << length)
            .Select(bits => string.Concat(Enumerable.Range(0, length).Select(i => (bits >> i & 1) == 0 ? 'a' : 'b')));

    private static string Random(Random random, int depth) => depth == 0 ? random.Next(5) switch { 0 => "()", 1 or 2 => "a", _ => "b" }
        : random.Next(6) switch
        {
            0 => $"({Random(random, depth - 1)}|{Random(random, depth - 1)})",
            1 or 2 => Random(random, depth - 1) + Random(random, depth - 1),
            3 => $"({Random(random, depth - 1)})*",
            4 => $"({Random(random, depth - 1)})+",
            _ => $"({Random(random, depth - 1)})?",
        };
}
