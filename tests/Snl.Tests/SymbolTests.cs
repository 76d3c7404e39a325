using Qiansi.Snl.Semantics;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Tests;

public sealed class SymbolTests
{
    private static readonly Compilation Compilation = Compilation.Of("""
        program p
        type t = record integer x; array [2..5] of char c; end;
        var integer a; t r, s; char d;
        procedure q(integer k; var t v; t w);
          var integer a;
          procedure inner(); begin a := k; v.x := w.x end
          begin inner() end
        begin r.x := 1; s := r; d := r.c[2]; a := 0; q(a, r, s); write(d) end.
        """);

    [Fact]
    public void Variables_have_levels_and_offsets()
    {
        Assert.Equal(["a 0 3 integer", "r 0 4 record integer x; array [2..5] of char c; end",
            "s 0 9 record integer x; array [2..5] of char c; end", "d 0 14 char"], Show(Compilation.Scope));
        Assert.Equal(15, Compilation.Scope.FrameSize);
        var q = Assert.IsType<ProcedureSymbol>(Compilation.Scope.Find("Q"));
        Assert.Equal(["k 1 3", "v 1 4", "w 1 5", "a 1 10"], Show(q.Body).Select(s => string.Join(' ', s.Split(' ')[..3])));
        Assert.Equal([false, true, false], q.Parameters.Select(p => p.IsIndirect));
        Assert.Equal(2, q.Body.Procedures.Single().Level);

        static IEnumerable<string> Show(Scope scope) =>
            scope.Symbols.OfType<VariableSymbol>().Select(v => $"{v.Name} {v.Level} {v.Offset} {v.Type}");
    }

    [Fact]
    public void Names_resolve_to_the_innermost_declaration()
    {
        var inner = Compilation.Scope.Procedures.Single().Procedures.Single();
        Assert.Equal(1, Assert.IsType<VariableSymbol>(inner.Resolve("A")).Level);
        Assert.Equal(0, Assert.IsType<VariableSymbol>(inner.Resolve("d")).Level);
        Assert.Null(inner.Resolve("nothing"));
        Assert.Equal(["k", "v", "w", "a", "inner", "t", "r", "s", "d", "q"], inner.Visible().Select(s => s.Name));
    }

    [Fact]
    public void A_node_can_be_found_by_its_place_with_its_type()
    {
        var node = Assert.IsType<VariableNode>(Compilation.Tree.At(Compilation.Source.Text.IndexOf("r.c[2]",
            StringComparison.Ordinal) + 2));
        Assert.Equal(("r.c", "char", "r"), (node.Detail, node.Type!.ToString(), node.Symbol!.Name));
    }

    [Fact]
    public void A_program_with_errors_has_symbols_but_no_code()
    {
        var broken = Compilation.Of("program p var integer a; begin a := end.");
        Assert.NotNull(broken.Scope.Find("a"));
        Assert.Contains("unexpected 'end'", Assert.Throws<InvalidOperationException>(() => broken.Machine).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TM")]
    [InlineData("IL")]
    public void A_program_may_have_thousands_of_procedures(string backend)
    {
        const int count = 5000;
        int[] called = [0, 4095, 4096, count - 1];
        var procedures = string.Concat(Enumerable.Range(0, count).Select(i => $"procedure p{i}(integer k); begin n := n + k * {i} end\n"));
        var calls = string.Concat(called.Select((p, i) => $"P{p}({i + 1}); "));
        var compilation = Compilation.Of($"program big\nvar integer n;\n{procedures}begin {calls}write(n) end.");
        Assert.Equal($"{called.Select((p, i) => p * (i + 1)).Sum()}\n", ProgramTests.Run(compilation, "", backend).Output);
        Assert.Equal(count + 1, compilation.Scope.Symbols.Count);
        Assert.All(compilation.Scope.Symbols, s => Assert.Same(s, compilation.Scope.Find(s.Name.ToUpperInvariant())));
        var procedure = compilation.Machine.Debug!.Procedures[4097];
        Assert.Equal("p4096", compilation.Machine.Debug.ProcedureAt(procedure.Entry)!.Scope.Name);
        Assert.Equal(4096 + 3, compilation.Machine.Debug.PositionOf(procedure.End - 1)!.Value.Line);
    }
}
