namespace Qiansi.Snl.Syntax;

/// <summary>The kinds of nodes of a syntax tree, as the course names them.</summary>
public enum NodeKind
{
    /// <summary>ProK: the whole program.</summary>
    Program,

    /// <summary>PheadK: the program's name.</summary>
    ProgramHead,

    /// <summary>TypeK: marks the declarations of types.</summary>
    TypePart,

    /// <summary>VarK: marks the declarations of variables.</summary>
    VariablePart,

    /// <summary>ProcDecK: a procedure.</summary>
    Procedure,

    /// <summary>StmLK: marks a list of statements.</summary>
    StatementList,

    /// <summary>DecK: a declaration; see <see cref="TypeForm"/>.</summary>
    Declaration,

    /// <summary>StmtK IfK.</summary>
    If,

    /// <summary>StmtK WhileK.</summary>
    While,

    /// <summary>StmtK AssignK.</summary>
    Assign,

    /// <summary>StmtK ReadK.</summary>
    Read,

    /// <summary>StmtK WriteK.</summary>
    Write,

    /// <summary>StmtK CallK.</summary>
    Call,

    /// <summary>StmtK ReturnK.</summary>
    Return,

    /// <summary>ExpK OpK: an operator with two operands.</summary>
    Operator,

    /// <summary>ExpK ConstK: a constant.</summary>
    Constant,

    /// <summary>ExpK VariK: a variable; see <see cref="VariableForm"/>.</summary>
    Variable,
}
