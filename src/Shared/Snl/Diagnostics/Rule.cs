namespace Qiansi.Snl.Diagnostics;

/// <summary>
/// What a diagnostic is about. 1xx: characters and tokens; 2xx: the course's twelve semantic errors, the last two digits their number; 3xx:
/// syntax; 9xx: warnings.
/// </summary>
public enum Rule
{
    /// <summary>A character that begins no token.</summary>
    UnknownCharacter = 101,

    /// <summary>A comment without its end.</summary>
    UnclosedComment = 102,

    /// <summary>A character constant that is not one character between quotes.</summary>
    BadCharacterConstant = 103,

    /// <summary>An integer above 2147483647.</summary>
    IntegerTooLarge = 104,

    /// <summary>A name that begins with a digit.</summary>
    BadName = 105,

    /// <summary>A token that the grammar does not allow here.</summary>
    UnexpectedToken = 301,

    /// <summary>More nesting than the parsers follow.</summary>
    TooDeep = 302,

    /// <summary>1: an identifier declared twice in one scope.</summary>
    DeclaredTwice = 201,

    /// <summary>2: an identifier that no enclosing scope declares.</summary>
    Undeclared = 202,

    /// <summary>3: an identifier of the wrong kind, such as a variable where a type must stand.</summary>
    WrongKind = 203,

    /// <summary>4: an array subscript outside its bounds, or bounds that hold nothing.</summary>
    SubscriptOutOfRange = 204,

    /// <summary>5: a subscript of what is no array, or a field that is none.</summary>
    BadReference = 205,

    /// <summary>6: an assignment of another type.</summary>
    IncompatibleAssignment = 206,

    /// <summary>7: the left side of an assignment is no variable.</summary>
    NotAVariable = 207,

    /// <summary>8: an argument of another type than its parameter, or no variable for a <c>var</c> parameter.</summary>
    ArgumentType = 208,

    /// <summary>9: too many or too few arguments.</summary>
    ArgumentCount = 209,

    /// <summary>10: a call of what is no procedure.</summary>
    NotAProcedure = 210,

    /// <summary>11: a condition that is no comparison.</summary>
    NotACondition = 211,

    /// <summary>12: operands of an operator that do not fit together.</summary>
    IncompatibleOperands = 212,

    /// <summary>Storage that a program's variables may not exceed.</summary>
    TooLarge = 213,

    /// <summary>A declaration that nothing uses.</summary>
    Unused = 901,

    /// <summary>A variable that is read, and that nothing gave a value before.</summary>
    Uninitialised = 902,

    /// <summary>Statements that are never reached.</summary>
    Unreachable = 903,

    /// <summary>A semicolon after the last statement of a list.</summary>
    ExtraSemicolon = 904,

    /// <summary>The value of a return that nothing takes.</summary>
    ValueUnused = 905,

    /// <summary>A division whose divisor is the constant zero.</summary>
    DivisionByZero = 906,
}
