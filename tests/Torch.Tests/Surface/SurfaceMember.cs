namespace Qiansi.Torch.Tests.Surface;

/// <summary>A parameter of a public member, all of it as text that is the same for both assemblies.</summary>
internal sealed record SurfaceParameter(string Type, string Name, string? Default, bool IsParams)
{
    public override string ToString() => $"{(IsParams ? "params " : "")}{Type} {Name}{(Default is null ? "" : $" = {Default}")}";
}

/// <summary>A public or protected member of a type; <see cref="Parameters"/> is null for what is not called.</summary>
internal sealed record SurfaceMember(string Name, bool IsStatic, string Type, IReadOnlyList<SurfaceParameter>? Parameters, bool CanWrite)
{
    public override string ToString() =>
        $"{(IsStatic ? "static " : "")}{Type} "
        + $"{Name}{(Parameters is null ? (CanWrite ? " {get;set;}" : " {get;}") : $"({string.Join(", ", Parameters)})")}";
}
