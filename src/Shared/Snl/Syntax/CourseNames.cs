namespace Qiansi.Snl.Syntax;

/// <summary>The course's names of nodes.</summary>
internal static class CourseNames
{
    public static string Of(SyntaxNode node) => node switch
    {
        DeclarationNode d => "DecK " + d.Form switch
        {
            TypeForm.Integer => "IntegerK",
            TypeForm.Char => "CharK",
            TypeForm.Array => "ArrayK",
            TypeForm.Record => "RecordK",
            _ => "IdK",
        } + d.Passing switch { PassingMode.Value => " valparamType", PassingMode.Variable => " varparamType", _ => "" },
        VariableNode v =>
            "ExpK VariK " + v.Form switch
            {
                VariableForm.Identifier => "IdV",
                VariableForm.ArrayElement => "ArrayMembV",
                _ =>
            "FieldMembV"
            },
        _ => node.Kind switch
        {
            NodeKind.Program => "ProK",
            NodeKind.ProgramHead => "PheadK",
            NodeKind.TypePart => "TypeK",
            NodeKind.VariablePart => "VarK",
            NodeKind.Procedure => "ProcDecK",
            NodeKind.StatementList => "StmLK",
            NodeKind.Operator => "ExpK OpK",
            NodeKind.Constant => "ExpK ConstK",
            _ => $"StmtK {node.Kind}K",
        },
    };
}
