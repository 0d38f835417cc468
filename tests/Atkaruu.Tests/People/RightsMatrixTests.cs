using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Atkaruu.Tests.Evidence;
using Atkaruu.Tests.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.People;

/// <summary>
/// Who may open what: every route × every role, a visitor and the other body. A new route needs one line in the table below;
/// without it, or without an access of its own, the tests fail.
/// </summary>
public sealed class RightsMatrixTests(RightsMatrixTests.Things reading) : IClassFixture<RightsMatrixTests.Things>
{
    /// <summary>The body whose return, visit and photograph stand in the addresses: Чынара's.</summary>
    private const string Own = "AO-CHON-ALAY", Another = "AO-KASHKA-SUU";

    private static readonly IAccess Everybody = new OpenToAllAttribute(), SignedIn = new SignedInOnlyAttribute();

    private static MayAttribute Whoever(params Right[] rights) => new(rights);

    /// <param name="Route">As the page or the endpoint names it.</param>
    /// <param name="At">An address of it that is there; the route itself when it has no places to fill.</param>
    private sealed record Line(string Route, IAccess Access, string? At = null)
    {
        /// <summary>The same page for another body: 404 to Чынара, who reports for Чоң-Алай айыл өкмөтү.</summary>
        public string? OfAnother { get; init; }

        /// <summary>It belongs to <see cref="Own"/>: a right must reach that body, not only be there.</summary>
        public bool IsOwn { get; init; }

        /// <summary>The rights that reach it by its body, where others are about one's own things.</summary>
        public IReadOnlyList<Right>? By { get; init; }

        public bool IsFor(Actor actor) => Access.Lets(actor) && (!IsOwn || Rights.Any(right => actor.Grants.Any(g => g.Gives(right) && (g.Scope.Body ?? Own) == Own)));

        private IReadOnlyList<Right> Rights => By is not null ? By : Access is MayAttribute may ? may.Rights : [Right.Read];
    }

    private static readonly Line[] Table =
    [
        // what everybody may read
        new("/", Everybody),
        new("/register", Everybody),
        new("/register.csv", Everybody),
        new("/register.xlsx", Everybody),
        new("/measures/{code}", Everybody, "/measures/CA-001"),
        new("/timeline", Everybody),
        new("/timeline.svg", Everybody),
        new("/places", Everybody),
        new("/places/{code}", Everybody, "/places/41706259000000"),
        new("/map", Everybody),
        new("/bodies", Everybody),
        new("/bodies/{code}", Everybody, "/bodies/RMA"),
        new("/findings", Everybody),
        new("/money", Everybody),
        new("/money.csv", Everybody),
        new("/money.xlsx", Everybody),
        new("/papers", Everybody),
        new("/papers/{kind}", Everybody, "/papers/execution"),
        new("/papers/{kind}.{format:regex(^(pdf|docx|xlsx)$)}", Everybody, "/papers/execution.xlsx?period=2026-Q3&lang=ky"),
        new("/papers/made/{code:length(8,9)}", Everybody, "/papers/made/[paper]"),
        new("/papers/asked/{id:guid}", Everybody, "/papers/asked/[asked]"),
        new("/verify/{code?}", Everybody, "/verify/[paper]"),
        new("/error", Everybody),
        new("/healthz/live", Everybody),
        new("/healthz/ready", Everybody),

        // the way in and out
        new("/sign-in", Everybody),
        new("/sign-in/code", Everybody),
        new("/sign-out", Everybody),
        new("/invitation/{token}", Everybody, "/invitation/none"),

        // reporting
        new("/demo", Everybody),
        new("/measures/{code}/confidence", Whoever(Right.Accept), "/measures/CA-001/confidence"),
        new("/indicators/{code}/{ordinal:int}", Everybody, "/indicators/CA-013/1"),
        new("/work", Whoever(Right.Report)),
        new("/write/{period}/{measure}/{body}", Whoever(Right.Report, Right.EnterFor), "/write/2026-Q3/[measure]/" + Own) { IsOwn = true, OfAnother = "/write/2026-Q3/[measure]/" + Another },
        new("/work/no-part/{period}", Whoever(Right.Report), "/work/no-part/2026-Q3"),
        new("/work/{period}/{body}/workbook", Whoever(Right.Report, Right.EnterFor), "/work/2026-Q3/" + Own + "/workbook") { IsOwn = true, OfAnother = "/work/2026-Q3/" + Another + "/workbook" },
        new("/work/{period}/{body}/workbook.xlsx", Whoever(Right.Report, Right.EnterFor), "/work/2026-Q3/" + Own + "/workbook.xlsx") { IsOwn = true, OfAnother = "/work/2026-Q3/" + Another + "/workbook.xlsx" },
        new("/matrix/{period?}", Whoever(Right.Accept, Right.Read), "/matrix"),
        new("/matrix/{period}/accept", Whoever(Right.Accept), "/matrix/2026-Q3/accept"),
        new("/periods", Whoever(Right.Publish, Right.Accept, Right.Read)),
        new("/periods/{period}", Whoever(Right.Publish, Right.Accept, Right.Read), "/periods/2026-Q3"),
        new("/periods/{period}/publish", Whoever(Right.Publish), "/periods/2026-Q3/publish"),
        new("/returns/{id:guid}", Whoever(Right.Read), "/returns/[return]") { IsOwn = true, OfAnother = "/returns/[another]" },

        // evidence and verification
        new("/evidence/{id:guid}/{variant:regex(^(thumb|public|original)$)}", Everybody, "/evidence/[photo]/thumb") { IsOwn = true },
        new("/evidence/{id:guid}/{handler:regex(^(describe|remove)$)}", Whoever(Right.Report, Right.EnterFor, Right.Verify), "/evidence/[photo]/describe") { IsOwn = true, By = [Right.Report, Right.EnterFor] },
        new("/visits", Whoever(Right.Verify, Right.Accept)),
        new("/visits/new", Whoever(Right.Verify), "/visits/new?measure=[measure]&period=2026-Q3"),
        new("/visits/assign", Whoever(Right.Accept), "/visits/assign?measure=[measure]&period=2026-Q3"),
        new("/visits/{id:guid}", Whoever(Right.Verify, Right.Accept), "/visits/[visit]"),
        new("/visits/draw/{period:length(6,7)}", Everybody, "/visits/draw/2026-Q3"),
        new("/notices", SignedIn),

        // orders and meetings
        new("/orders", Whoever(Right.Order, Right.Report, Right.Read)),
        new("/orders/new", Whoever(Right.Order), "/orders/new?measure=[measure]"),
        new("/orders/{id:guid}", Whoever(Right.Order, Right.Report, Right.Read), "/orders/[order]") { IsOwn = true, OfAnother = "/orders/[other-order]" },
        new("/head", new MayEverywhereAttribute(Right.Read)),
        new("/control", new MayEverywhereAttribute(Right.Accept)),
        new("/signals", new MayEverywhereAttribute(Right.Read)),
        new("/signals/settings", new MayEverywhereAttribute(Right.Read)),
        new("/signals/{measure}/{kind}", Whoever(Right.Accept), "/signals/CA-001/silent"),
        new("/meetings", new MayEverywhereAttribute(Right.Order, Right.Read)),
        new("/meetings/new", new MayEverywhereAttribute(Right.Order)),
        new("/meetings/{id:guid}", new MayEverywhereAttribute(Right.Order, Right.Read), "/meetings/[meeting]"),
        new("/meetings/{id:guid}/pack", new MayEverywhereAttribute(Right.Order, Right.Read), "/meetings/[meeting]/pack"),
        new("/meetings/{id:guid}/minutes", new MayEverywhereAttribute(Right.Order, Right.Read), "/meetings/[meeting]/minutes"),
        // works
        new("/works", Whoever(Right.Record, Right.Read)),
        new("/works/gantt", Everybody),
        new("/works/{code}", Whoever(Right.Record, Right.Read), "/works/CA-001") { IsOwn = true, OfAnother = "/works/CA-002" },
        new("/works/{code}/objects/new", Whoever(Right.Record), "/works/CA-001/objects/new") { IsOwn = true, OfAnother = "/works/CA-002/objects/new" },
        new("/works/{code}/objects/{id:guid}", Whoever(Right.Record, Right.Read), "/works/CA-001/objects/[object]") { IsOwn = true },
        new("/works/{code}/objects/{id:guid}/phases/{phase}", Whoever(Right.Record), "/works/CA-001/objects/[object]/phases/land") { IsOwn = true },
        new("/works/{code}/objects/{id:guid}/handover", Whoever(Right.Record), "/works/CA-001/objects/[object]/handover") { IsOwn = true },
        new("/works/{code}/contracts/new", Whoever(Right.Record), "/works/CA-001/contracts/new") { IsOwn = true, OfAnother = "/works/CA-002/contracts/new" },
        new("/works/{code}/contracts/{id:guid}", Whoever(Right.Record, Right.Read), "/works/CA-001/contracts/[contract]") { IsOwn = true },
        new("/works/{code}/contracts/{id:guid}/correct", Whoever(Right.Record), "/works/CA-001/contracts/[contract]/correct") { IsOwn = true },
        // money
        new("/money/{code}", Whoever(Right.Record), "/money/CA-001") { IsOwn = true, OfAnother = "/money/CA-002" },
        new("/money/rates", Whoever(Right.Accept)),
        new("/money/imports", Whoever(Right.Accept)),
        new("/money/imports/{id:guid}", Whoever(Right.Accept), "/money/imports/[import]"),
        new("/money/imports/template.xlsx", Whoever(Right.Accept)),

        // people
        new("/account", SignedIn),
        new("/account/safety", SignedIn),
        new("/rights", SignedIn),
        new("/people", Whoever(Right.Administer)),
        new("/people/new", Whoever(Right.Administer)),
        new("/people/{id:guid}", Whoever(Right.Administer), "/people/[person]"),
        new("/people/{id:guid}/roles", Whoever(Right.Administer), "/people/[person]/roles"),
        new("/people/{id:guid}/handover", Whoever(Right.Administer), "/people/[person]/handover"),
        new("/people/{id:guid}/link", Whoever(Right.Administer), "/people/[person]/link"),
    ];

    /// <summary>One for each role, and a visitor.</summary>
    private static readonly Cast?[] Everyone = [null, Cast.Administrator, Cast.Coordinator, Cast.Reporter, Cast.OtherReporter, Cast.Verifier, Cast.Head, Cast.Observer];

    public static TheoryData<string> EveryRoute => [.. Table.Select(line => line.Route)];

    [Fact]
    public async Task Every_route_says_who_may_open_it_and_stands_in_the_table()
    {
        var there = new Dictionary<string, string>();
        foreach (var (endpoint, page) in await EndpointsAsync())
            there[Route(endpoint)] = (page?.ModelTypeInfo!.GetCustomAttributes(inherit: true).OfType<IAccess>().SingleOrDefault() ?? endpoint.Metadata.GetMetadata<IAccess>()) is { } access ? Words(access) : "nobody has said who may open it";

        Assert.Equal(Table.ToDictionary(line => line.Route, line => Words(line.Access)).OrderBy(l => l.Key, StringComparer.Ordinal), there.OrderBy(l => l.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Every_role_finds_what_it_may_see_and_nothing_else(string route)
    {
        var line = Table.Single(l => l.Route == route);
        var address = await AddressAsync(line);
        foreach (var who in Everyone)
        {
            var browser = who is null ? reading.Visitor : await reading.App.SignInAsync(who);
            var answer = await browser.GetAsync(address);
            var name = who?.Grants[0].Role.ToString() ?? "a visitor";
            if (line.IsFor(ActorOf(who)))
                Assert.True(IsGiven(line, answer), $"{name} is not given {address}: {(int)answer.StatusCode} {answer.Headers.Location}");
            else if (who is null && line.Access is not OpenToAllAttribute)
                Assert.Equal($"302 /sign-in?back={Uri.EscapeDataString(address)}", $"{(int)answer.StatusCode} {answer.Headers.Location}");
            else
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{name} is told about {address}: {(int)answer.StatusCode}");
        }
        if (line.OfAnother is { } other) Assert.Equal(HttpStatusCode.NotFound, (await (await reading.App.SignInAsync(Cast.Reporter)).GetAsync(reading.Fill(other))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Whatever_is_sent_without_the_secret_of_the_form_is_refused(string route)
    {
        var line = Table.Single(l => l.Route == route);
        foreach (var (_, page) in (await EndpointsAsync()).Where(e => Route(e.Endpoint) == route && e.Page is not null && e.Page.ModelTypeInfo != typeof(ErrorModel)))
            foreach (var handler in page!.HandlerMethods.Where(h => h.HttpMethod != "Get"))
            {
                var who = Everyone.First(who => line.Access.Lets(ActorOf(who)));
                var browser = who is null ? reading.Visitor : await reading.App.SignInAsync(who);
                var answer = await browser.SendAsync(new(new(handler.HttpMethod.ToUpperInvariant()), await AddressAsync(line) + (handler.Name is null ? "" : "?handler=" + handler.Name)) { Content = new FormUrlEncodedContent([new("x", "y")]) });
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{handler.Name ?? handler.HttpMethod} of {route} took what another site may have sent: {(int)answer.StatusCode}");
            }
    }

    [Fact]
    public async Task Endpoints_that_are_not_pages_take_nothing_without_the_secret_of_the_form()
    {
        var careless =
            from found in await EndpointsAsync()
            where found.Page is null
            let endpoint = found.Endpoint
            let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            where methods.Any(method => method is not ("GET" or "HEAD")) && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation != true
            select Route(endpoint);

        Assert.Empty(careless);
    }

    /// <summary>Right, and there; an invitation that was never made and a sheet without a link are pages of their own.</summary>
    private static bool IsGiven(Line line, HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        200 => true,
        302 => !answer.Headers.Location!.ToString().Contains("/sign-in?back", StringComparison.Ordinal),
        404 => line.Route is "/invitation/{token}" or "/error" or "/demo" or "/visits/draw/{period:length(6,7)}",
        _ => false,
    };

    private static Actor ActorOf(Cast? who) => who is null ? Actor.Visitor : new(Guid.NewGuid(), who.Name) { Grants = who.Grants };

    private static string Words(IAccess access) => access switch
    {
        OpenToAllAttribute => "everybody",
        SignedInOnlyAttribute => "whoever is signed in",
        MayAttribute may => string.Join(" or ", may.Rights.Order()),
        MayEverywhereAttribute may => "everywhere " + string.Join(" or ", may.Rights.Order()),
        _ => access.GetType().Name,
    };

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');

    private async Task<string> AddressAsync(Line line)
    {
        var address = reading.Fill(line.At ?? line.Route);
        return address.Contains("[person]", StringComparison.Ordinal)
            ? address.Replace("[person]", (await reading.App.InDbAsync(Cast.Reporter.InAsync)).Id.ToString(), StringComparison.Ordinal) : address;
    }

    /// <summary>An application with one of each thing that an address may name.</summary>
    public sealed class Things : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _names = [];

        public App App { get; private set; } = null!;
        public Browser Visitor => App.Visitor();

        public string Fill(string address) => _names.Aggregate(address, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync();
            var period = await App.OpenPeriodAsync();
            var (own, others) = (await App.DutiesOfAsync(period, Own), await App.DutiesOfAsync(period, Another));
            var duty = own.First(d => others.Any(o => o.Measure == d.Measure));
            var made = await App.SendAsync(Cast.Reporter, period, duty);
            var another = await App.SendAsync(Cast.OtherReporter, period, others.First(o => o.Measure == duty.Measure));
            var photo = await App.TakeAsync(Cast.Reporter, new EvidenceOwner(made.Id, made.MeasureId, made.PeriodId, made.Body, SourceKind.Executor), MakePhoto.Jpeg());
            var verifier = await App.InDbAsync(Cast.Verifier.InAsync);
            var visit = await App.AsAsync(Cast.Coordinator, async (db, _) =>
            {
                var assigned = Visit.Assign(made.MeasureId, made.PeriodId, made.Id, VisitOrigin.Assigned, verifier.Id, null);
                db.Add(assigned);
                await db.SaveChangesAsync();
                return assigned;
            });
            await App.AsAsync(Cast.Head, async (db, actor) =>
            {
                var today = App.Clock.Today();
                var (order, other) = (Order.Give(actor, 1, made.MeasureId, Own, "Бүтүрүү", today, today), Order.Give(actor, 2, made.MeasureId, Another, "Бүтүрүү", today, today));
                var meeting = Meeting.Prepare(actor, today, "Жыйын", null, "Аким", [new AgendaItem(Guid.CreateVersion7(), made.MeasureId, Why.Of("Кечикти"), Own)], today);
                meeting.Hold(today);
                db.AddRange(order, other, meeting);
                (_names["[order]"], _names["[other-order]"], _names["[meeting]"]) = (order.Id.ToString(), other.Id.ToString(), meeting.Id.ToString());
                return await db.SaveChangesAsync();
            });
            var import = await App.AsAsync(Cast.Coordinator, async (db, actor) =>
            {
                var looked = PaymentImport.Look("1.csv", new('0', 64), "Казыналык", new(2026, 10, 1), null, [], actor, App.Clock.Now());
                db.Add(looked);
                await db.SaveChangesAsync();
                return looked;
            });
            _names["[import]"] = import.Id.ToString();
            (_names["[measure]"], _names["[return]"], _names["[another]"]) = (duty.Measure.Code, made.Id.ToString(), another.Id.ToString());
            (_names["[object]"], _names["[contract]"]) = await App.AsAsync(Cast.Coordinator, async (db, _) =>
            {
                var measure = await db.Measures.SingleAsync(m => m.Code == "CA-001");
                var (it, contract) = (WorksObject.Enter(measure.Id, 1, new("Мектеп", null, null, null, null)), Contract.Sign(measure.Id, Works.Made.Words(), Works.Made.Today));
                db.AddRange(it, contract);
                await db.SaveChangesAsync();
                return (it.Id.ToString(), contract.Id.ToString());
            });
            (_names["[photo]"], _names["[visit]"]) = (photo.Id.ToString(), visit.Id.ToString());
            var asked = await App.Services.GetRequiredService<PaperOffice>().GiveAsync(new(new(PaperFreezing.Frozen, ["ky"], Span.Parse("2026-Q3"), null, Atkaruu.Modules.Progress.Audience.Public), PaperFormat.Xlsx, PaperSite.Usual, Actor.Visitor), default);
            (_names["[asked]"], _names["[paper]"]) = (asked.ToString(), await App.InDbAsync(db => db.Papers.Where(p => p.Id == asked).Select(p => p.Code).SingleAsync()));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    /// <summary>Every address of the application, and the page behind it where there is one.</summary>
    private async Task<IReadOnlyList<(RouteEndpoint Endpoint, CompiledPageActionDescriptor? Page)>> EndpointsAsync()
    {
        var loader = reading.App.Services.GetRequiredService<PageLoader>();
        List<(RouteEndpoint, CompiledPageActionDescriptor?)> all = [];
        foreach (var endpoint in reading.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
            all.Add((endpoint, endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? await loader.LoadAsync(page, endpoint.Metadata) : null));
        return all;
    }
}
