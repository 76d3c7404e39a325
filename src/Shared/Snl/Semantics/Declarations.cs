using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Semantics;

/// <summary>Declares types, variables and the heads of procedures.</summary>
internal sealed class Declarations(DiagnosticBag diagnostics)
{
    /// <summary>Words an activation record may take: 256 MiB.</summary>
    private const int MaximalFrame = 1 << 26;

    public void Type(DeclarationNode declaration, Scope scope)
    {
        var type = TypeOf(declaration, scope);
        foreach (var name in declaration.Names) Declare(new TypeSymbol(name.Name, name.Span, scope, type), name, scope);
    }

    public void Variables(DeclarationNode declaration, Scope scope)
    {
        var type = TypeOf(declaration, scope);
        foreach (var name in declaration.Names) Variable(name, type, declaration.Passing, scope);
    }

    public void Head(ProcedureNode procedure, Scope scope)
    {
        var symbol = procedure.Symbol = new ProcedureSymbol(procedure.Name.Name, procedure.Name.Span, scope);
        Declare(symbol, procedure.Name, scope);
        // Types of parameters are those of the scope around: a procedure's own types come after its head.
        foreach (var declaration in procedure.Parameters)
        {
            var type = TypeOf(declaration, scope);
            foreach (var name in declaration.Names) Variable(name, type, declaration.Passing, symbol.Body);
        }

        symbol.Parameters = [.. symbol.Body.Symbols.OfType<VariableSymbol>()];
    }

    private void Variable(Identifier name, SnlType? type, PassingMode passing, Scope scope)
    {
        var symbol = new VariableSymbol(name.Name, name.Span, scope, type, scope.FrameSize)
        {
            IsParameter = passing != PassingMode.None,
            IsIndirect = passing == PassingMode.Variable,
            MayHaveValue = passing != PassingMode.None,
            Index = scope.VariableCount,
        };
        if (!Declare(symbol, name, scope)) return;
        scope.VariableCount++;
        if ((long)scope.FrameSize + symbol.Size > MaximalFrame)
            diagnostics.Add(Rule.TooLarge, name.Span,
                $"'{name.Name}' takes {symbol.Size} words; the variables of one procedure may take {MaximalFrame}",
                "make the array smaller");
        else
            scope.FrameSize += symbol.Size;
    }

    private bool Declare(Symbol symbol, Identifier name, Scope scope)
    {
        if (name.IsMissing || scope.Declare(symbol)) return true;
        var first = scope.Find(name.Name)!;
        diagnostics.Add(Rule.DeclaredTwice, name.Span,
            $"'{name.Name}' is declared twice; it is a {first.KindName} of '{scope.Name}' already", "choose another name");
        return false;
    }

    private SnlType? TypeOf(DeclarationNode declaration, Scope scope)
    {
        switch (declaration.Form)
        {
            case TypeForm.Integer: return SnlType.Integer;
            case TypeForm.Char: return SnlType.Char;
            case TypeForm.Array: return ArrayOf(declaration);
            case TypeForm.Record: return RecordOf(declaration, scope);
        }

        var name = declaration.TypeName;
        if (name.IsMissing) return null;
        switch (scope.Resolve(name.Name))
        {
            case TypeSymbol symbol:
                symbol.IsUsed = true;
                return symbol.Type;
            case { } other:
                diagnostics.Add(Rule.WrongKind, name.Span, $"'{name.Name}' is a {other.KindName}; a type must stand here");
                return null;
            default:
                diagnostics.Add(Rule.Undeclared, name.Span, $"there is no type '{name.Name}' here",
                    NameHints.For(name.Name, scope, s => s is TypeSymbol));
                return null;
        }
    }

    private ArrayType? ArrayOf(DeclarationNode declaration)
    {
        if (declaration.Low <= declaration.High && (long)declaration.High - declaration.Low < MaximalFrame)
            return new(declaration.Low, declaration.High, declaration.Element == TypeForm.Char ? SnlType.Char : SnlType.Integer);
        if (declaration.Low > declaration.High)
            diagnostics.Add(Rule.SubscriptOutOfRange, declaration.Bounds,
                $"an array from {declaration.Low} to {declaration.High} has no elements", "the lower bound comes first");
        else
            diagnostics.Add(Rule.TooLarge, declaration.Bounds,
                $"an array from {declaration.Low} to {declaration.High} takes more than {MaximalFrame} words", "make it smaller");
        return null;
    }

    private RecordType? RecordOf(DeclarationNode declaration, Scope scope)
    {
        var fields = new List<RecordField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long offset = 0;
        var right = true;
        foreach (var part in declaration.Fields)
        {
            var type = TypeOf(part, scope);
            right &= type is not null;
            foreach (var name in part.Names)
            {
                if (name.IsMissing) continue;
                if (!names.Add(name.Name))
                    diagnostics.Add(Rule.DeclaredTwice, name.Span, $"this record has a field '{name.Name}' already", "choose another name");
                else if (type is not null) fields.Add(new(name.Name, type, (int)Math.Min(offset, MaximalFrame)));
                offset += type?.Size ?? 0;
            }
        }

        if (offset <= MaximalFrame) return right ? new(fields) : null;
        diagnostics.Add(Rule.TooLarge, declaration.TypeSpan, $"this record takes {offset} words; at most {MaximalFrame} are possible",
            "make its arrays smaller");
        return null;
    }
}
