using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Intermediate;

/// <summary>The intermediate code of a procedure, or of the program's body.</summary>
/// <param name="scope">Its scope.</param>
public sealed class IrProcedure(Scope scope)
{
    /// <summary>Its scope.</summary>
    public Scope Scope { get; } = scope;

    /// <summary>Its instructions.</summary>
    public List<Quad> Code { get; internal set; } = [];

    /// <summary>How many temporaries it has.</summary>
    public int Temporaries { get; internal set; }

    /// <summary>How many labels it has.</summary>
    public int Labels { get; internal set; }

    /// <summary>Labels at the begin and after the end of each loop; inner loops before outer ones.</summary>
    public List<(int Begin, int End)> Loops { get; internal init; } = [];

    internal IrProcedure Copy() => new(Scope) { Code = [.. Code], Temporaries = Temporaries, Labels = Labels, Loops = [.. Loops] };
}
