using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.References;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.CSharp;

/// <summary>Compiles and renders something small while the front end is still connecting,
/// so that the first cell finds the compiler warm.</summary>
/// <remarks>
/// Most of the first cell's time goes into compiling the compiler's own generic code. The second core takes its share of that:
/// a bare library with an async method reaches the emitter long before the script has been bound.
/// </remarks>
internal static class WarmUp
{
    private const string Library =
        "class C { async System.Threading.Tasks.Task<object> M() { await System.Threading.Tasks.Task.Yield(); return 1 + 1; } }";

    /// <summary>Runs on the cell thread, before its first cell.</summary>
    public static void Run()
    {
        var emitter = new Thread(EmitLibrary, 4 * 1024 * 1024) { IsBackground = true, Name = "warm-up" };
        emitter.Start();
        new CellCompiler(new ReferenceSet(), []).Compile(CellSyntax.Parse("1+1", "warm-up"), guarded: true, CancellationToken.None);
        ValueRenderer.Render(2, []);
    }

    private static void EmitLibrary()
    {
        var tree = CellSyntax.ParseLibrary(Library, "warm-up");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        CSharpCompilation.Create("warm-up", [tree], [FrameworkReferences.CoreLibrary], options)
            .Emit(new MemoryStream(), new MemoryStream());
    }
}
