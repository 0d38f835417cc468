using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>How a measure of a filled form stands against what is here.</summary>
internal enum BookState
{
    /// <summary>Nobody filled it in, or it says what has been sent already.</summary>
    Untouched,

    /// <summary>To be taken; or kept as a draft already, and to be sent.</summary>
    Ready,

    /// <summary>Somebody has written here since the file was made: both are shown, a person chooses.</summary>
    Conflict,

    /// <summary>Sent or accepted meanwhile, or the period is closed: not to be taken, and shown.</summary>
    Closed,

    /// <summary>Not owed by this body, or not this person's; or its codes are gone.</summary>
    Lost,
}

/// <summary>One answer that differs from what is here.</summary>
internal sealed record Change(Question Asked, At At, string Old, string New);

/// <summary>What heard it from whom, where it is entered for another body.</summary>
internal sealed record HeardAs(string? How, string? From);

/// <summary>One measure of a filled form held against what is here: what would be written, what could not be read, what quarrels.</summary>
internal sealed class Review
{
    private Review(ReadPart part) => Part = part;

    public ReadPart Part { get; }
    public BookState Is { get; private set; }
    public Desk? Desk { get; private set; }

    /// <summary>Why it is not taken; null where it is, or where there is nothing to say.</summary>
    public Message? Why { get; private set; }
    public IReadOnlyList<Change> Changes { get; private set; } = [];
    public IReadOnlyList<Flaw> Flaws { get; private set; } = [];
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>The form as it would be kept: without the cells that could not be read.</summary>
    public ReturnForm Form { get; private set; } = new();

    /// <summary>What had been written here when this was looked at; the choice of a person holds for it and for nothing newer.</summary>
    public int SeenVersion { get; private set; } = ReturnForm.None;
    public string? SeenPrint { get; private set; }

    public bool IsTaken => Is is BookState.Ready or BookState.Conflict;

    /// <summary>A sent return that nobody has decided may be taken back for what the file says.</summary>
    public bool TakesBack { get; private set; }

    /// <summary>What the file says in a cell.</summary>
    public string TextAt(At at) => Part.Answers.Values.FirstOrDefault(a => a.At == at)?.Text ?? "";

    public static async Task<Review> OfAsync(Db db, PlanInForce plan, Actor actor, BookLine line, ReadPart part, HeardAs? heard, DateTime now, CancellationToken stop)
    {
        var review = new Review(part);
        review.Desk = await Desk.FindAsync(db, plan, actor, new(line.Period.Code, part.Measure, line.Body), now, stop);
        if (review.Desk is null) return review.Lose(new("book.lost.duty", part.Measure));
        if (part.Line is not { } began) return review.Lose(new("book.lost.codes"));
        (review.SeenVersion, review.SeenPrint) = (review.Desk.Return?.Version ?? ReturnForm.None, ReturnForm.Print(review.Desk.Return, review.Desk.Indicators));
        review.Read(line, began, heard);
        return review;
    }

    private Review Lose(Message why)
    {
        (Is, Why) = (BookState.Lost, why);
        return this;
    }

    private void Read(BookLine line, MeasureLine began, HeardAs? heard)
    {
        var (desk, standing, form) = (Desk!, Questions.Standing(Desk!), Questions.Standing(Desk!));
        var asked = Questions.Of(desk);
        (form.Key, form.Version, form.Began) = (line.KeyOf(Part.Measure), began.Version, began.Began);
        if (desk.OnBehalf && heard is not null) (form.Heard, form.HeardFrom) = (heard.How, heard.From);

        List<Flaw> flaws = [.. Part.Answers.Where(a => a.Value.Wrong is not null).Select(a => new Flaw(a.Value.At, a.Value.Wrong!))];
        flaws.AddRange(Part.Answers.Where(a => asked.All(q => q.Code != a.Key) && a.Value.Text.Length > 0).Select(a => new Flaw(a.Value.At, new("book.not-asked"))));
        var read = asked.Where(q => Part.Answers.TryGetValue(q.Code, out var a) && a.Wrong is null).Select(q => (Asked: q, Answer: Questions.Canonical(q, Part.Answers[q.Code].Text))).ToList();
        read.RemoveAll(r => AnswerLine.Print(r.Asked, r.Answer) == Part.Answers[r.Asked.Code].Was); // as it went out
        if (read.Count == 0 && flaws.Count == 0) return;
        if (Part.Answers.Count < began.Rows) flaws.Add(new(Part.At, new("book.rows-missing", began.Rows - Part.Answers.Count)));

        foreach (var (question, answer) in read) Questions.Set(form, question, answer);
        flaws.AddRange(Wrong(desk, asked, standing, form));
        Changes = [.. read.Select(r => new Change(r.Asked, Part.Answers[r.Asked.Code].At, Questions.Canonical(r.Asked, Questions.Get(standing, r.Asked)), Questions.Canonical(r.Asked, Questions.Get(form, r.Asked)))).Where(c => c.Old != c.New)];
        (Form, Flaws) = (form, flaws);
        Decide(desk, form);
    }

    /// <summary>What the form's own rules find; a cell that cannot be taken says again what is here.</summary>
    private List<Flaw> Wrong(Desk desk, IReadOnlyList<Question> asked, ReturnForm standing, ReturnForm form)
    {
        List<Flaw> found = [];
        Flaw Of(Question question, Message what) => new(Part.Answers.TryGetValue(question.Code, out var read) ? read.At : Part.At, what);
        void Refuse(Question question, Message what)
        {
            found.Add(Of(question, what));
            Questions.Set(form, question, Questions.Get(standing, question));
        }
        foreach (var question in Quarrels(asked, standing, form).ToList()) Refuse(question, new(form.NoPart ? "book.nopart-and-words" : "book.same-and-new"));
        foreach (var (field, what) in Entered.Read(desk, form).Wrong)
            if (field is nameof(ReturnForm.Heard) or nameof(ReturnForm.HeardFrom)) continue; // said on the page, not in the file
            else if (asked.FirstOrDefault(q => Questions.NameIn(desk, q) == field) is { } question) Refuse(question, Said(question, what));
            else if (asked.FirstOrDefault(q => q.Field == nameof(ReturnForm.NoChange)) is { } same) Refuse(same, what);
            else found.Add(new(Part.At, what));
        return found;
    }

    /// <summary>«No change» and a new number, «no part» and what was done: one of the two is a slip.</summary>
    private static IEnumerable<Question> Quarrels(IReadOnlyList<Question> asked, ReturnForm standing, ReturnForm form)
    {
        if (form.NoPart && !string.IsNullOrWhiteSpace(form.Done)) return asked.Where(q => q.Field == nameof(ReturnForm.NoPart));
        if (!form.NoChange) return [];
        var changed = asked.Where(q => q.Ask is Ask.Number or Ask.Choice && q.Field != nameof(ReturnForm.NoChange)).Any(q => Questions.Canonical(q, Questions.Get(form, q)) != Questions.Canonical(q, Questions.Get(standing, q)));
        return changed ? asked.Where(q => q.Field == nameof(ReturnForm.NoChange)) : [];
    }

    /// <summary>A day where a number belongs is nearly always «12.5» that Excel took for the 12th of May.</summary>
    private Message Said(Question question, Message what) =>
        what.Key == "number.text" && Part.Answers.TryGetValue(question.Code, out var read) && DateOnly.TryParseExact(read.Text, "dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)
            ? new("book.day", read.Text) : what;

    private void Decide(Desk desk, ReturnForm form)
    {
        if (Changes.Count == 0 && Flaws.Count == 0)
        {
            if (desk is { CanWrite: true, Return: not null } && !desk.Quarrels(form)) (Is, Why) = (BookState.Ready, new("book.kept-already"));
            return;
        }
        if (desk.Locked is { } locked) (Is, Why) = (BookState.Closed, locked);
        else if (desk.Return is { State: ReturnState.Submitted }) (Is, Why) = (BookState.Conflict, new("book.sent-meanwhile"));
        else if (desk.Return is { IsOpen: false }) (Is, Why) = (BookState.Closed, new("book.accepted-meanwhile"));
        else if (desk.Quarrels(form)) (Is, Why) = (BookState.Conflict, new("book.changed-meanwhile"));
        else Is = BookState.Ready;
        TakesBack = desk.Locked is null && desk.Return is { State: ReturnState.Submitted };
        if (Is == BookState.Ready && Changes.Count == 0) (Is, Why) = (BookState.Closed, new("book.nothing-readable"));
    }

    /// <summary>What whoever reads it should look at twice; written only in memory, and forgotten again.</summary>
    public async Task WarnAsync(Db db, DateTime now, CancellationToken stop)
    {
        if (Is != BookState.Ready || Desk is not { } desk) return;
        desk.Write(db, Form, Entered.Read(desk, Form), now);
        Warnings = await desk.WarningsAsync(db, 0, stop);
        db.ChangeTracker.Clear();
    }
}
