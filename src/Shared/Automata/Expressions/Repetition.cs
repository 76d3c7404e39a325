namespace Qiansi.Automata.Expressions;

/// <summary>Several times: <c>*</c> any number, <c>+</c> at least once, <c>?</c> at most once.</summary>
internal sealed record Repetition(RegularExpression Body, bool MayBeNone, bool MayRepeat) : RegularExpression
{
    public override string ToString() =>
        $"{(Body is Characters or EmptyWord ? $"{Body}" : $"({Body})")}{(MayBeNone ? MayRepeat ? '*' : '?' : '+')}";

    internal override Fragment Add(NfaBuilder builder)
    {
        var start = builder.State();
        var body = Body.Add(builder);
        var end = builder.State();
        builder.Connect(start, body.Start);
        builder.Connect(body.End, end);
        if (MayRepeat) builder.Connect(body.End, body.Start);
        if (MayBeNone) builder.Connect(start, end);
        return new(start, end);
    }
}
