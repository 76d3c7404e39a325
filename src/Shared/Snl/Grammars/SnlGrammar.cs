namespace Qiansi.Snl.Grammars;

/// <summary>The grammar of SNL.</summary>
public static class SnlGrammar
{
    /// <summary>The 104 productions, as the course numbers them.</summary>
    public static Grammar Course { get; } = Grammar.Parse("""
        1 Program → ProgramHead DeclarePart ProgramBody .
        2 ProgramHead → program ProgramName
        3 ProgramName → ID
        4 DeclarePart → TypeDec VarDec ProcDec
        5 TypeDec → ε | TypeDeclaration
        7 TypeDeclaration → type TypeDecList
        8 TypeDecList → TypeId = TypeDef ; TypeDecMore
        9 TypeDecMore → ε | TypeDecList
        11 TypeId → ID
        12 TypeDef → BaseType | StructureType | ID
        15 BaseType → integer | char
        17 StructureType → ArrayType | RecType
        19 ArrayType → array [ Low .. Top ] of BaseType
        20 Low → INTC
        21 Top → INTC
        22 RecType → record FieldDecList end
        23 FieldDecList → BaseType IdList ; FieldDecMore | ArrayType IdList ; FieldDecMore
        25 FieldDecMore → ε | FieldDecList
        27 IdList → ID IdMore
        28 IdMore → ε | , IdList
        30 VarDec → ε | VarDeclaration
        32 VarDeclaration → var VarDecList
        33 VarDecList → TypeDef VarIdList ; VarDecMore
        34 VarDecMore → ε | VarDecList
        36 VarIdList → ID VarIdMore
        37 VarIdMore → ε | , VarIdList
        39 ProcDec → ε | ProcDeclaration
        41 ProcDeclaration → procedure ProcName ( ParamList ) ; ProcDecPart ProcBody ProcDecMore
        42 ProcDecMore → ε | ProcDeclaration
        44 ProcName → ID
        45 ParamList → ε | ParamDecList
        47 ParamDecList → Param ParamMore
        48 ParamMore → ε | ; ParamDecList
        50 Param → TypeDef FormList | var TypeDef FormList
        52 FormList → ID FidMore
        53 FidMore → ε | , FormList
        55 ProcDecPart → DeclarePart
        56 ProcBody → ProgramBody
        57 ProgramBody → begin StmList end
        58 StmList → Stm StmMore
        59 StmMore → ε | ; StmList
        61 Stm → ConditionalStm | LoopStm | InputStm | OutputStm | ReturnStm | ID AssCall
        67 AssCall → AssignmentRest | CallStmRest
        69 AssignmentRest → VariMore := Exp
        70 ConditionalStm → if RelExp then StmList else StmList fi
        71 LoopStm → while RelExp do StmList endwh
        72 InputStm → read ( Invar )
        73 Invar → ID
        74 OutputStm → write ( Exp )
        75 ReturnStm → return
        76 CallStmRest → ( ActParamList )
        77 ActParamList → ε | Exp ActParamMore
        79 ActParamMore → ε | , ActParamList
        81 RelExp → Exp OtherRelE
        82 OtherRelE → CmpOp Exp
        83 Exp → Term OtherTerm
        84 OtherTerm → ε | AddOp Exp
        86 Term → Factor OtherFactor
        87 OtherFactor → ε | MultOp Term
        89 Factor → ( Exp ) | INTC | Variable
        92 Variable → ID VariMore
        93 VariMore → ε | [ Exp ] | . FieldVar
        96 FieldVar → ID FieldVarMore
        97 FieldVarMore → ε | [ Exp ]
        99 CmpOp → < | =
        101 AddOp → + | -
        103 MultOp → * | /
        """);

    /// <summary>
    /// What the two parsers accept: the course's productions and what its programs use beyond them. <c>;</c> before <c>end</c>,
    /// <c>else</c>, <c>fi</c> and <c>endwh</c> (60, 109, 110), reading into elements
    /// and fields (73), <c>return(Exp)</c> (75, 105, 106), character constants (107), and a condition without comparison (108), which the
    /// semantic analysis rejects as the course's error 11.
    /// One thing the course's productions derive is left out: an argument list that ends with a comma, <c>q(1,)</c> (80).
    /// </summary>
    public static Grammar Extended { get; } = Extend();

    private static Grammar Extend()
    {
        var grammar = Course;
        foreach (var production in Grammar.Parse("""
            60 StmMore → ; StmRest
            73 Invar → Variable
            75 ReturnStm → return ReturnRest
            80 ActParamMore → , Exp ActParamMore
            105 ReturnRest → ε
            106 ReturnRest → ( Exp )
            107 Factor → CHARC
            108 OtherRelE → ε
            109 StmRest → ε
            110 StmRest → StmList
            """).Productions) grammar = grammar.With(production);
        return grammar;
    }
}
