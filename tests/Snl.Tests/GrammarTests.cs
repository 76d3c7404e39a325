using Qiansi.Snl.Grammars;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Parsing;

namespace Qiansi.Snl.Tests;

public sealed class GrammarTests
{
    private static readonly LlTable Course = LlTable.Of(SnlGrammar.Course);

    [Fact]
    public void The_course_s_grammar_gives_a_table_of_223_entries_without_conflict()
    {
        Assert.Equal(Enumerable.Range(1, 104), SnlGrammar.Course.Productions.Select(p => p.Number));
        Assert.Equal(67, SnlGrammar.Course.Nonterminals.Count);
        Assert.Equal(38, SnlGrammar.Course.Terminals.Count);
        Assert.Equal(223, Course.Entries);
        Assert.Empty(Course.Conflicts);
    }

    [Fact]
    public void The_extended_grammar_has_no_conflict_either() => Assert.Empty(LlTable.Of(SnlGrammar.Extended).Conflicts);

    [Fact]
    public void Each_terminal_is_a_class_of_tokens()
    {
        Assert.All(SnlGrammar.Extended.Terminals, t => Assert.NotNull(TokenKinds.FromSpelling(t)));
        Assert.Equal(Enum.GetValues<TokenKind>().Length - 1, SnlGrammar.Extended.Terminals.Count);
    }

    [Theory]
    [InlineData(67, ". := [")]
    [InlineData(48, ")")]
    [InlineData(5, "begin procedure var")]
    [InlineData(84, ") , ; < = ] do else end endwh fi then")]
    [InlineData(43, "procedure")]
    public void What_textbooks_print_wrong_is_computed_right(int production, string predict) =>
        Assert.Equal(predict.Split(' ').Order(StringComparer.Ordinal), Course.Sets.Predict(production).Order(StringComparer.Ordinal));

    [Fact]
    public void The_subscript_s_bracket_ends_a_variable() => Assert.Contains("]", Course.Sets.Predict(93));

    [Fact]
    public void No_production_of_the_course_derives_a_character_constant() => Assert.DoesNotContain("CHARC", SnlGrammar.Course.Terminals);

    [Fact]
    public void A_conflict_is_reported_with_its_productions()
    {
        // Assignment and call not left-factored: both begin with a name.
        var broken = SnlGrammar.Course.With(new(105, "Stm", ["ID", "CallStmRest"]));
        var conflict = Assert.Single(LlTable.Of(broken).Conflicts);
        Assert.Equal(("Stm", "ID"), (conflict.Nonterminal, conflict.Terminal));
        Assert.Equal([66, 105], conflict.Productions.Select(p => p.Number));
        Assert.Equal("at ID, Stm could be (66) Stm → ID AssCall or (105) Stm → ID CallStmRest", conflict.ToString());
    }

    [Fact]
    public void Sets_of_the_textbook_expression_grammar()
    {
        var sets = GrammarSets.Of(Grammar.Parse("""
            E → T E'
            E' → + T E' | ε
            T → F T'
            T' → * F T' | ε
            F → ( E ) | id
            """));
        Assert.Equal(["(", "id"], sets.First("E").Order(StringComparer.Ordinal));
        Assert.Equal(["#", ")"], sets.Follow("E'").Order(StringComparer.Ordinal));
        Assert.Equal(["#", ")", "*", "+"], sets.Follow("F").Order(StringComparer.Ordinal));
        Assert.True(sets.IsNullable("T'"));
        Assert.False(sets.IsNullable("T"));
    }

    [Fact]
    public void Any_grammar_s_parser_tells_its_steps()
    {
        var steps = new List<LlStep>();
        var tree = new LlParser(LlTable.Of(Grammar.Parse("S → ( S ) | a"))).Parse(["(", "a", ")"], steps.Add);
        Assert.Equal(["(1) S → ( S )", "match", "(2) S → a", "match", "match", "accept"], steps.Select(s => s.Action));
        Assert.Equal("# ) S", string.Join(' ', steps[2].Stack));
        Assert.Equal((0, 3), (tree.First, tree.End));
        Assert.Equal(2, tree["S"]!.Production!.Number);
    }

    [Fact]
    public void A_parser_reports_what_does_not_fit()
    {
        var errors = new List<string>();
        new LlParser(LlTable.Of(Grammar.Parse("S → ( S ) | a"))).Parse(["(", ")"], onError: (at, expected) =>
            errors.Add($"{at}: {string.Join(' ', expected)}"));
        Assert.Equal(["1: ( a"], errors);
        Assert.Throws<ArgumentException>(() => new LlParser(LlTable.Of(Grammar.Parse("S → a"))).Parse(["b"]));
    }

    [Theory]
    [InlineData("E → E + T | T\nT → id", "E")]
    [InlineData("A → B a\nB → ε | C\nC → A b", "A")]
    [InlineData("A → B A a | c\nB → ε", "A")]
    public void Left_recursion_is_refused(string grammar, string nonterminal) =>
        Assert.StartsWith($"{nonterminal} begins with itself",
            Assert.Throws<ArgumentException>(() => new LlParser(LlTable.Of(Grammar.Parse(grammar)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("S a b")]
    [InlineData("S T → a")]
    public void What_is_no_grammar_is_refused(string text) => Assert.Throws<FormatException>(() => Grammar.Parse(text));
}
