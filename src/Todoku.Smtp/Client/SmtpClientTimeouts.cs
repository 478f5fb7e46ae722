namespace Todoku.Smtp.Client;

/// <summary>The time that each step may take (RFC 5321, section 4.5.3.2). A reply has its time as a whole, however many lines it has.</summary>
public sealed record SmtpClientTimeouts
{
    /// <summary>The times of the standard.</summary>
    public static SmtpClientTimeouts Standard { get; } = new();

    /// <summary>The opening of the connection.</summary>
    /// <value>30 s.</value>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The greeting.</summary>
    /// <value>5 min.</value>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>EHLO, HELO and LHLO.</summary>
    /// <value>5 min.</value>
    public TimeSpan Hello { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>STARTTLS, and then the handshake.</summary>
    /// <value>2 min.</value>
    public TimeSpan StartTls { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Each step of AUTH.</summary>
    /// <value>2 min.</value>
    public TimeSpan Authentication { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>MAIL, and RSET before it.</summary>
    /// <value>5 min.</value>
    public TimeSpan MailFrom { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Each RCPT.</summary>
    /// <value>5 min.</value>
    public TimeSpan RcptTo { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>DATA, before the message.</summary>
    /// <value>2 min.</value>
    public TimeSpan Data { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Each block of the message until it is sent; also each block of BDAT until it is answered.</summary>
    /// <value>3 min.</value>
    public TimeSpan Block { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The reply to the whole message. A shorter time makes messages arrive twice.</summary>
    /// <value>10 min.</value>
    public TimeSpan EndOfData { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>QUIT, whose reply nobody needs.</summary>
    /// <value>5 s.</value>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(5);
}
