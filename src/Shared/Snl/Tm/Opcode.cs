namespace Qiansi.Snl.Tm;

/// <summary>The operations of the Tiny Machine (Louden, Compiler Construction, 8.7).</summary>
public enum Opcode : byte
{
    /// <summary>
    /// <c>HALT r,s,t</c>: stops. With r = 1, compiled programs say that the subscript in register s is out of its bounds; classic
    /// simulators just stop.
    /// </summary>
    HALT,

    /// <summary><c>IN r,s,t</c>: reads an integer into r; with s = 1 a character, which classic simulators do not know.</summary>
    IN,

    /// <summary><c>OUT r,s,t</c>: writes r as an integer; with s = 1 as a character, which classic simulators write as its code.</summary>
    OUT,

    /// <summary><c>ADD r,s,t</c>: r := s + t.</summary>
    ADD,

    /// <summary><c>SUB r,s,t</c>: r := s - t.</summary>
    SUB,

    /// <summary><c>MUL r,s,t</c>: r := s * t.</summary>
    MUL,

    /// <summary><c>DIV r,s,t</c>: r := s / t, towards zero.</summary>
    DIV,

    /// <summary><c>LD r,d(s)</c>: r := memory[d + s].</summary>
    LD,

    /// <summary><c>ST r,d(s)</c>: memory[d + s] := r.</summary>
    ST,

    /// <summary><c>LDA r,d(s)</c>: r := d + s.</summary>
    LDA,

    /// <summary><c>LDC r,d(s)</c>: r := d.</summary>
    LDC,

    /// <summary><c>JLT r,d(s)</c>: to d + s if r &lt; 0.</summary>
    JLT,

    /// <summary><c>JLE r,d(s)</c>: to d + s if r ≤ 0.</summary>
    JLE,

    /// <summary><c>JGT r,d(s)</c>: to d + s if r &gt; 0.</summary>
    JGT,

    /// <summary><c>JGE r,d(s)</c>: to d + s if r ≥ 0.</summary>
    JGE,

    /// <summary><c>JEQ r,d(s)</c>: to d + s if r = 0.</summary>
    JEQ,

    /// <summary><c>JNE r,d(s)</c>: to d + s if r ≠ 0.</summary>
    JNE,
}
