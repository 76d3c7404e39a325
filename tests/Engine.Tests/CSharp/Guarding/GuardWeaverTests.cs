using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.Guarding;
using Qiansi.Engine.CSharp.References;

namespace Qiansi.Engine.Tests.CSharp.Guarding;

/// <summary>Woven code compiles whatever the shape of the code: where it did not, the cell would run without guards.</summary>
public sealed class GuardWeaverTests
{
    [Theory]
    [InlineData("while (true) ;", 1)]
    [InlineData("if (true) for (var i = 0; i < 9; i++) for (var j = 0; j < i; j++) ; else while (true) break;", 3)]
    [InlineData("again: do { goto again; } while (true);", 2)]
    [InlineData("switch (1) { case 1: foreach (var x in new[] { 1 }) continue; break; }", 1)]
    [InlineData("object o = 1; while (o is int n) o = n > 3 ? null : n + 1;", 1)]
    [InlineData("int n; for (n = 0; ; n++) { if (n > 3) break; }\nn", 1)]
    [InlineData("int F() { while (true) { } }", 2)]
    [InlineData("Action a = () => { for (;;) { Action b = delegate { for (;;) ; }; b(); } };", 4)]
    [InlineData("for (;;) { int G(int k) { for (;;) ; } G(1); }", 3)]
    [InlineData("await foreach (var x in Numbers()) ;\nasync IAsyncEnumerable<int> Numbers() { while (true) { await "
        + "System.Threading.Tasks.Task.Yield(); for (;;) ; yield return 1; } }", 4)]
    [InlineData("static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);", 1)]
    [InlineData("static byte Low(byte n) => n > 0 ? Low((byte)(n - 1)) : n;", 1)]
    [InlineData("static void Even(int n) { if (n == 0) return; Odd(n - 1); } static void Odd(int n) => Even(n - 1);", 2)]
    [InlineData("static T Pick<T>(T x, int n) where T : class => n > 0 ? Pick(x, n - 1) : x;", 1)]
    [InlineData("class A { public virtual int V(int n) => n == 0 ? 1 : V(n - 1); public override string ToString() => V(1) > 0 ? "
        + "\"a\" : base.ToString(); }", 2)]
    [InlineData("interface I { int M(int n); } class B : I { int I.M(int n) => n == 0 ? 1 : ((I)this).M(n - 1); }", 1)]
    [InlineData("struct S { int _x; public S(int x) { for (_x = 0; _x < x; _x++) ; "
        + "} public readonly int Get() { var y = _x; return Math.Abs(y); } }", 3)]
    [InlineData("unsafe int Sum(int* p, int n) { var s = 0; for (var i = 0; i < n; i++) s += p[i]; return s; }", 2)]
    [InlineData("var q = from x in new[] { 1, 2 } where x > 1 select x + 1;", 2)]
    [InlineData("Func<int, int> Less(int a) => w => w - a; Func<int, Func<int, int>> Two(int a) => b => c => a * b - c;", 5)]
    [InlineData("Func<int, int> Half => w => w / 2;", 2)]
    [InlineData("Func<int, int> f = x => x + 1; Action<int> g = x => f(x);", 2)]
    public void WovenCodeCompiles(string code, int guards)
    {
        var tree = CellSyntax.ParseScript(code, "cell");
        var compilation = Compile(tree);
        Assert.Empty(Errors(compilation));
        var edits = GuardWeaver.Weave(tree.GetRoot(TestContext.Current.CancellationToken), () => compilation.GetSemanticModel(tree));
        var woven = edits.Apply(code);
        Assert.Empty(Errors(Compile(CellSyntax.ParseScript(woven, "cell"))));
        Assert.Equal(code.Count(c => c == '\n'), woven.Count(c => c == '\n'));
        Assert.Equal(guards, woven.Split("Guard.").Length - 1 - (woven.Split("Guard.Flag()").Length - 1));
    }

    [Theory]
    [InlineData("int Leaf(int x) => x * x + 1;")]
    [InlineData("int Leaf(int[] a) { var x = a[0]; if (x > 3) return 1; return x; }")]
    [InlineData("var x = 1;\nx + 1")]
    public void StraightCodeIsLeftAlone(string code)
    {
        var tree = CellSyntax.ParseScript(code, "cell");
        Assert.True(GuardWeaver.Weave(tree.GetRoot(TestContext.Current.CancellationToken),
            () => throw new InvalidOperationException("no need to bind")).IsEmpty);
    }

    private static CSharpCompilation Compile(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        "woven",
        tree,
        FrameworkReferences.Core,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
            usings: ["System", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks"], allowUnsafe: true));

    private static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.ToString());
}
