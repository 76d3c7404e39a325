using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Parsing;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Tests;

public sealed class ParserTests
{
    private static (string Tree, IReadOnlyList<Diagnostic> Diagnostics) Parse(string source, ParserKind parser)
    {
        var diagnostics = new DiagnosticBag();
        var text = Lexer.Scan(new(source), diagnostics);
        var tree = parser == ParserKind.Table ? TableParser.Parse(text, diagnostics) : RecursiveDescentParser.Parse(text, diagnostics);
        return (TreeText.Of(tree, spans: true), diagnostics.InOrder);
    }

    public static TheoryData<string> Programs() =>
        [.. TestProgram.Names.Where(n => TestProgram.Load(n).Diagnostics.All(d => !d.Contains("SNL3", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Both_parsers_make_equal_trees(string name)
    {
        var source = TestProgram.Load(name).Source.Text;
        Assert.Equal(Parse(source, ParserKind.RecursiveDescent).Tree, Parse(source, ParserKind.Table).Tree);
    }

    [Fact]
    public void The_tree_has_the_course_s_nodes()
    {
        var (tree, diagnostics) = Parse("""
            program p
            type t = array [1..3] of char;
            var t a; record integer x; end r;
            procedure q(integer i; var t v);
              begin v[i] := 'c'; return end
            begin
              r.x := 1 - 2 - 3;
              if r.x < 0 then q(2, a) else read(r.x) fi;
              while r.x = 1 do write(r.x) endwh
            end.
            """, ParserKind.RecursiveDescent);
        Assert.Empty(diagnostics);
        Assert.Equal("""
            ProK
              PheadK p
              TypeK
                DecK ArrayK 1..3 CharK t
              VarK
                DecK IdK t a
                DecK RecordK r
                  DecK IntegerK x
              ProcDecK q
                DecK IntegerK valparamType i
                DecK IdK varparamType t v
                StmLK
                  StmtK AssignK
                    ExpK VariK ArrayMembV v
                      ExpK VariK IdV i
                    ExpK ConstK 'c'
                  StmtK ReturnK
              StmLK
                StmtK AssignK
                  ExpK VariK FieldMembV r.x
                  ExpK OpK -
                    ExpK OpK -
                      ExpK ConstK 1
                      ExpK ConstK 2
                    ExpK ConstK 3
                StmtK IfK
                  ExpK OpK <
                    ExpK VariK FieldMembV r.x
                    ExpK ConstK 0
                  StmLK
                    StmtK CallK q
                      ExpK ConstK 2
                      ExpK VariK IdV a
                  StmLK
                    StmtK ReadK
                      ExpK VariK FieldMembV r.x
                StmtK WhileK
                  ExpK OpK =
                    ExpK VariK FieldMembV r.x
                    ExpK ConstK 1
                  StmLK
                    StmtK WriteK
                      ExpK VariK FieldMembV r.x

            """, WithoutSpans(tree));

        static string WithoutSpans(string text) =>
            string.Join('\n', text.Split('\n')
            .Select(l => l.Contains(" [", StringComparison.Ordinal) ? l[..l.LastIndexOf(" [", StringComparison.Ordinal)] : l));
    }

    [Fact]
    public void Spans_of_children_lie_within_their_parents()
    {
        foreach (var name in TestProgram.Names)
        {
            var program = TestProgram.Load(name);
            if (!program.Runs) continue;
            var tree = Compilation.Of(program.Source).Tree;
            Check(tree);
            Assert.Equal(tree.Body.Statements[0], Ancestors(tree, tree.Body.Statements[0].Span.Start).OfType<StatementNode>().First());

            void Check(SyntaxNode node)
            {
                foreach (var child in node.Children)
                {
                    Assert.True(child.Span.Length == 0 || node.Span.Start <= child.Span.Start
                        && child.Span.End <= node.Span.End, $"{name}: {child} {child.Span} in {node} {node.Span}");
                    Check(child);
                }
            }
        }

        static IEnumerable<SyntaxNode> Ancestors(SyntaxNode root, int offset)
        {
            for (var node = root; node is not null;
                node = node.Children.FirstOrDefault(c => c.Span.Start <= offset && offset <= c.Span.End)) yield return node;
        }
    }

    [Fact]
    public void A_message_shows_the_line_a_caret_and_a_hint()
    {
        var compilation = Compilation.Of("program p\nvar integer 数量；\nbegin\n\ta = 1;\n  wirte(a)\nend.\n");
        Assert.Equal("""
            2:13: error SNL101: '数量' begins no token
              2 | var integer 数量；
                |             ^~
                = names consist of the letters a-z, digits and _
            2:15: error SNL101: '；' begins no token
              2 | var integer 数量；
                |                 ^
                = this is a full-width semicolon; write ;
            2:15: error SNL301: unexpected ';'; expected a name
              2 | var integer 数量；
                |                 ^
            4:4: error SNL301: unexpected '='; expected ':=', '(', '[' or '.'
              4 | 	a = 1;
                | 	  ^
                = an assignment is written :=

            """, compilation.Render());
    }

    [Fact]
    public void A_misspelt_name_is_guessed() =>
        Assert.Equal("did you mean 'count'?",
            Assert.Single(Compilation.Of("program p var integer count; begin count := 1; write(coutn) end.").Diagnostics, d =>
            d.Rule == Rule.Undeclared).Hint);

    [Theory]
    [InlineData('(', 100_000)]
    [InlineData('[', 100_000)]
    public void Deep_nesting_is_an_error_and_no_crash(char open, int depth)
    {
        var source = "program p var integer a; begin a := " + (open == '(' ? new string('(', depth)
            : string.Concat(Enumerable.Repeat("a[", depth)));
        foreach (var parser in Enum.GetValues<ParserKind>())
            Assert.Contains(Compilation.Of(source, new(parser)).Diagnostics, d => d.Rule == Rule.TooDeep);
    }

    [Theory]
    [InlineData("if a < b then ")]
    [InlineData("while a < b do ")]
    [InlineData("end procedure q(); begin ")]
    public void Deep_statements_are_an_error_and_no_crash(string piece)
    {
        foreach (var parser in Enum.GetValues<ParserKind>())
            Assert.True(Compilation.Of("program p begin " + string.Concat(Enumerable.Repeat(piece, 50_000)), new(parser)).HasErrors);
    }

    [Fact]
    public void Deep_procedures_are_an_error_and_no_crash()
    {
        foreach (var parser in Enum.GetValues<ParserKind>())
            Assert.True(Compilation.Of("program p " + string.Concat(Enumerable.Repeat("procedure q(); ", 50_000)), new(parser)).HasErrors);
    }

    [Fact]
    public void A_sum_without_end_is_an_error_and_one_of_1500_terms_is_not()
    {
        foreach (var parser in Enum.GetValues<ParserKind>())
        {
            Assert.Contains(Compilation.Of(Sum(100_000), new(parser)).Diagnostics, d => d.Rule == Rule.TooDeep);
            var (output, _) = ProgramTests.Run(Compilation.Of(Sum(1500), new(parser)), "", "TM");
            Assert.Equal("1500\n", output);
        }

        static string Sum(int terms) => $"program p begin write({string.Join('+', Enumerable.Repeat("1", terms))}) end.";
    }

    [Fact]
    public void Long_programs_are_parsed_by_both()
    {
        var source = $"program p var integer a; begin {string.Join(";", Enumerable.Repeat("a := a + 1", 20_000))} end.";
        Assert.Equal(Parse(source, ParserKind.RecursiveDescent).Tree, Parse(source, ParserKind.Table).Tree);
    }

    [Fact]
    public void Several_errors_are_found_in_one_run()
    {
        var source = TestProgram.Load("syntax_errors/several.snl").Source.Text;
        foreach (var parser in Enum.GetValues<ParserKind>()) Assert.Equal(5, Parse(source, parser).Diagnostics.Count);
    }
}
