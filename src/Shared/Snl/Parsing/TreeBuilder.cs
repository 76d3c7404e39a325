using System.Collections.Immutable;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// Makes the syntax tree of a parse tree. Where the grammar recurs to the right to repeat, it walks along; parts that an error left out are
/// missing in the tree as well.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly LexedText _text;
    private readonly SyntaxErrors _errors;
    private readonly NameTable _names = new();
    private bool _tooDeep;

    private TreeBuilder(LexedText text, DiagnosticBag diagnostics) => (_text, _errors) = (text, new(text, diagnostics));

    public static ProgramNode Build(ParseNode root, LexedText text, DiagnosticBag diagnostics) =>
        new TreeBuilder(text, diagnostics).Program(root);

    private ProgramNode Program(ParseNode node)
    {
        var program = new ProgramNode { Span = SpanOf(node) };
        if (node["ProgramHead"] is { } head) program.Head = new HeadNode { Name = Name(head["ProgramName"]?["ID"]), Span = SpanOf(head) };
        Block(program, node["DeclarePart"], node["ProgramBody"]);
        return program;
    }

    private void Block(BlockNode block, ParseNode? declarations, ParseNode? body)
    {
        if (declarations?["TypeDec"]?["TypeDeclaration"] is { } types)
        {
            block.Types = new PartNode(NodeKind.TypePart) { Span = SpanOf(types) };
            for (var list = types["TypeDecList"]; list is not null; list = list["TypeDecMore"]?["TypeDecList"])
            {
                var declaration = new DeclarationNode();
                declaration.Names.Add(Name(list["TypeId"]?["ID"]));
                Type(declaration, list["TypeDef"]);
                declaration.Span = Between(list, list["TypeDef"]);
                block.Types.Declarations.Add(declaration);
            }
        }

        if (declarations?["VarDec"]?["VarDeclaration"] is { } variables)
        {
            block.Variables = new PartNode(NodeKind.VariablePart) { Span = SpanOf(variables) };
            for (var list = variables["VarDecList"]; list is not null; list = list["VarDecMore"]?["VarDecList"])
                block.Variables.Declarations.Add(Typed(list, list["TypeDef"], list["VarIdList"], "VarIdMore", "VarIdList"));
        }

        for (var list = declarations?["ProcDec"]?["ProcDeclaration"]; list is not null; list = list["ProcDecMore"]?["ProcDeclaration"])
            block.Add(Procedure(list));
        block.Body = Statements(body?["StmList"]);
    }

    private ProcedureNode Procedure(ParseNode node)
    {
        var procedure = new ProcedureNode { Name = Name(node["ProcName"]?["ID"]), Span = Between(node, node["ProcBody"]) };
        for (var list = node["ParamList"]?["ParamDecList"]; list is not null; list = list["ParamMore"]?["ParamDecList"])
        {
            if (list["Param"] is not { } one) continue;
            var parameter = Typed(one, one["TypeDef"], one["FormList"], "FidMore", "FormList");
            parameter.Passing = one["var"] is null ? PassingMode.Value : PassingMode.Variable;
            procedure.Parameters.Add(parameter);
        }

        Block(procedure, node["ProcDecPart"]?["DeclarePart"], node["ProcBody"]?["ProgramBody"]);
        return procedure;
    }

    private DeclarationNode Typed(ParseNode node, ParseNode? type, ParseNode? names, string more, string rest)
    {
        var declaration = new DeclarationNode { Span = Between(node, names) };
        Type(declaration, type);
        for (var list = names; list is not null; list = list[more]?[rest])
        {
            if (list["ID"] is { } name) declaration.Names.Add(Name(name));
        }

        return declaration;
    }

    /// <param name="declaration">Gets the type.</param>
    /// <param name="node">TypeDef, BaseType, StructureType or ArrayType.</param>
    private void Type(DeclarationNode declaration, ParseNode? node)
    {
        if (node is null || node.Children.Count == 0) return;
        declaration.TypeSpan = SpanOf(node);
        if (node["ID"] is { } name)
        {
            declaration.Form = TypeForm.Identifier;
            declaration.TypeName = Name(name);
            return;
        }

        if (node["StructureType"] is { } structure) node = structure;
        if (node["RecType"] is { } record)
        {
            declaration.Form = TypeForm.Record;
            for (var list = record["FieldDecList"]; list is not null; list = list["FieldDecMore"]?["FieldDecList"])
                declaration.Fields.Add(Typed(list, list["BaseType"] ?? list["ArrayType"], list["IdList"], "IdMore", "IdList"));
        }
        else if ((node.Symbol == "ArrayType" ? node : node["ArrayType"]) is { } array)
        {
            declaration.Form = TypeForm.Array;
            declaration.Low = Integer(array["Low"]?["INTC"]);
            declaration.High = Integer(array["Top"]?["INTC"]);
            declaration.Bounds = array["Low"] is { } low ? Between(low, array["Top"]) : default;
            declaration.Element = Base(array["BaseType"]);
        }
        else
        {
            declaration.Form = Base(node["BaseType"] ?? node);
        }
    }

    private static TypeForm Base(ParseNode? node) => node?["char"] is null ? TypeForm.Integer : TypeForm.Char;

    private StatementListNode Statements(ParseNode? node)
    {
        var statements = ImmutableArray.CreateBuilder<StatementNode>();
        while (node is not null)
        {
            if (Statement(node["Stm"]) is { } statement) statements.Add(statement);
            var more = node["StmMore"];
            var rest = more?["StmRest"];
            if (rest?.Production is { Right.Count: 0 } && more?[";"] is { First: >= 0 } semicolon) _errors.ExtraSemicolon(semicolon.First);
            node = rest?["StmList"];
        }

        return new()
        {
            Span = statements.Count > 0 ? statements[0].Span.To(statements[^1].Span) : default,
            Statements = statements.DrainToImmutable(),
        };
    }

    private StatementNode? Statement(ParseNode? node)
    {
        if (node is null || node.Children.Count == 0) return null;
        var what = node.Children[0];
        StatementNode? statement = what.Symbol switch
        {
            "ConditionalStm" =>
                new IfNode
                {
                    Condition = Condition(what["RelExp"]),
                    Then = Statements(what["StmList"]),
                    Else = Statements(what.Children.LastOrDefault(c => c.Symbol == "StmList"))
                },
            "LoopStm" => new WhileNode { Condition = Condition(what["RelExp"]), Body = Statements(what["StmList"]) },
            "InputStm" => new ReadNode { Target = Variable(what["Invar"]?["Variable"]) },
            "OutputStm" => new WriteNode { Value = Expression(what["Exp"]) },
            "ReturnStm" => new ReturnNode { Value = what["ReturnRest"]?["Exp"] is { } value ? Expression(value) : null },
            _ when node["AssCall"]?["CallStmRest"] is { } call => Call(node, call),
            _ when node["AssCall"]?["AssignmentRest"] is { } assignment =>
                new AssignNode { Target = Variable(node["ID"]!, assignment["VariMore"]), Value = Expression(assignment["Exp"]) },
            _ => null,
        };
        if (statement is not null) statement.Span = SpanOf(node);
        return statement;
    }

    private CallNode Call(ParseNode node, ParseNode rest)
    {
        var call = new CallNode { Name = Name(node["ID"]) };
        for (var list = rest["ActParamList"]; list?["Exp"] is { } argument; list = list["ActParamMore"])
            call.Arguments.Add(Expression(argument));
        return call;
    }

    private ExpressionNode Condition(ParseNode? node)
    {
        var left = Expression(node?["Exp"]);
        return node?["OtherRelE"] is { Children.Count: > 0 } rest ? Binary(rest["CmpOp"], left, Expression(rest["Exp"])) : left;
    }

    /// <summary>Exp → Term OtherTerm recurs to the right; the tree is made from the left all the same.</summary>
    private ExpressionNode Expression(ParseNode? node)
    {
        var left = Term(node?["Term"]);
        for (var rest = node?["OtherTerm"]; rest is { Children.Count: > 0 }; rest = rest["Exp"]?["OtherTerm"])
            left = Binary(rest["AddOp"], left, Term(rest["Exp"]?["Term"]));
        return left;
    }

    private ExpressionNode Term(ParseNode? node)
    {
        var left = Factor(node?["Factor"]);
        for (var rest = node?["OtherFactor"]; rest is { Children.Count: > 0 }; rest = rest["Term"]?["OtherFactor"])
            left = Binary(rest["MultOp"], left, Factor(rest["Term"]?["Factor"]));
        return left;
    }

    private ExpressionNode Factor(ParseNode? node)
    {
        if (node is null || node.Children.Count == 0) return ExpressionNode.Missing;
        if (node["Variable"] is { } variable) return Variable(variable);
        if (node["Exp"] is { } inner)
        {
            var expression = Expression(inner);
            expression.Span = SpanOf(node);
            return expression;
        }

        if (node.Children[0].First < 0) return ExpressionNode.Missing;
        var token = _text.Tokens[node.First];
        return new ConstantNode { Value = token.ValueIn(_text.Source), IsCharacter = token.Kind == TokenKind.Character, Span = token.Span };
    }

    private VariableNode Variable(ParseNode? node) => node?["ID"] is { } name ? Variable(name, node["VariMore"]) : new();

    private VariableNode Variable(ParseNode name, ParseNode? more)
    {
        var field = more?["FieldVar"];
        var subscript = field is null ? more?["Exp"] : field["FieldVarMore"]?["Exp"];
        var index = subscript is null ? null : Expression(subscript);
        return new VariableNode
        {
            Name = Name(name),
            Field = field is null ? null : Name(field["ID"]),
            Index = index,
            Span = SpanOf(name).To(more is null ? default : SpanOf(more)),
        };
    }

    private ExpressionNode Binary(ParseNode? operation, ExpressionNode left, ExpressionNode right)
    {
        if (_tooDeep || operation is not { Children: [{ First: >= 0 }] }) return left;
        if (Math.Max(left.Height, right.Height) < Limits.ExpressionHeight)
            return new OperatorNode(_text.Tokens[operation.First], left, right);
        _tooDeep = true;
        _errors.TooDeep(operation.First, $"this expression has more than {Limits.ExpressionHeight} operators one after the other");
        return left;
    }

    private Identifier Name(ParseNode? terminal)
    {
        if (terminal is null || terminal.First < 0) return new("", default);
        var token = _text.Tokens[terminal.First];
        return new(_names.Of(_text.Source[token.Span]), token.Span);
    }

    private int Integer(ParseNode? terminal) => terminal is { First: >= 0 } ? _text.Tokens[terminal.First].ValueIn(_text.Source) : 0;

    private Span SpanOf(ParseNode node) => Between(node, node);

    private Span Between(ParseNode first, ParseNode? last)
    {
        if (first.First < 0) return default;
        var start = _text.Tokens[first.First].Start;
        var end = Math.Max(last?.End ?? -1, first.First);
        return end > first.First ? new(start, _text.Tokens[end - 1].Span.End - start) : new(start, 0);
    }
}
