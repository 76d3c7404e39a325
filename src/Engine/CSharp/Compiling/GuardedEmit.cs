using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Emit;
using Qiansi.Engine.CSharp.Errors;
using Qiansi.Engine.CSharp.Guarding;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Emits one syntax tree as an assembly with portable symbols, with guards woven in.</summary>
internal static class GuardedEmit
{
    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Emits a compilation whose only tree is the cell's text.</summary>
    /// <param name="compilation">Holds <paramref name="tree"/> as written.</param>
    /// <param name="tree">The cell's tree.</param>
    /// <param name="parse">Parses edited text the way <paramref name="tree"/> was parsed.</param>
    /// <param name="always">Edits needed in any case.</param>
    /// <param name="guarded">Whether to weave guards.</param>
    /// <param name="isLast">Whether nothing wider is tried after this, so that its errors are the cell's:
    /// they are told of the code as written, with what may have been meant.</param>
    /// <param name="cancellation">Ends the compiler.</param>
    public static EmittedAssembly Emit(
        CSharpCompilation compilation, SyntaxTree tree, Func<string, SyntaxTree> parse, TextEdits always, bool guarded,
        bool isLast, CancellationToken cancellation)
    {
        var guards = guarded ? GuardWeaver.Weave(tree.GetRoot(), () => compilation.GetSemanticModel(tree)) : new TextEdits();
        if (guards.IsEmpty)
            return isLast ? WithSuggestions(Emit(compilation, tree, parse, always, cancellation))
                : Emit(compilation, tree, parse, always, cancellation);
        guards.Add(always);
        if (!isLast) return Emit(compilation, tree, parse, guards, cancellation);

        // A cell comes here when something fails. As written it mostly fails as well, and that is what is told; where only the guard
        // does not fit, the cell runs without: better that than not at all.
        var plain = Emit(compilation, tree, parse, always, cancellation);
        if (!plain.Errors.IsEmpty) return WithSuggestions(plain);
        var woven = Emit(compilation, tree, parse, guards, cancellation);
        return woven.Errors.IsEmpty ? woven : plain;

        EmittedAssembly WithSuggestions(EmittedAssembly emitted) => emitted.Errors.IsEmpty
            ? emitted
            : emitted with { Errors = Suggestions.AddTo(emitted.Errors, compilation, tree, cancellation) };
    }

    private static EmittedAssembly Emit(
        CSharpCompilation compilation, SyntaxTree tree, Func<string, SyntaxTree> parse, TextEdits edits, CancellationToken cancellation)
    {
        var isLarge = LargeScript.Fits(tree);
        if (isLarge)
        {
            var loading = new TextEdits();
            loading.Insert(0, LargeScript.Prefix(tree.FilePath));
            loading.Add(edits);
            edits = loading;
        }

        var text = edits.IsEmpty ? "" : edits.Apply(tree.ToString());
        var final = edits.IsEmpty ? compilation
            : isLarge ? LargeScript.Load(compilation, tree, text, parse)
            : compilation.ReplaceSyntaxTree(tree, parse(text));
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        var result = final.Emit(image, symbols, options: Options, cancellationToken: cancellation);
        if (!result.Success) return new(compilation, [], [], CellDiagnostic.Errors(result.Diagnostics, tree, edits), []);
        var warnings = CellDiagnostic.Warnings(result.Diagnostics, tree, edits)
            .AddRange(IntegerDivisions.In(compilation, tree, cancellation));
        return new(final, image.ToArray(), symbols.ToArray(), [], warnings);
    }
}

/// <summary>An assembly made from a cell, or the errors that prevented it.</summary>
internal sealed record EmittedAssembly(
    CSharpCompilation Compilation, byte[] Image, byte[] Symbols, ImmutableArray<CellDiagnostic> Errors,
    ImmutableArray<CellDiagnostic> Warnings);
