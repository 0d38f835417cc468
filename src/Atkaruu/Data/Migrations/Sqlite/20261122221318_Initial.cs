using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Atkaruu.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bodies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    aliases = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    name_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    name_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    short_name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    short_name_ky = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    short_name_ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bodies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    to = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    aliases = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    quality = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_centre = table.Column<bool>(type: "INTEGER", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_ky = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    district = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from_year = table.Column<int>(type: "INTEGER", nullable: false),
                    to_year = table.Column<int>(type: "INTEGER", nullable: false),
                    headings = table.Column<string>(type: "TEXT", nullable: false),
                    signers = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    title_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    title_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    adopted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                    table.ForeignKey(
                        name: "fk_editions_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    title_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    title_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_sections_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    title_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    title_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_tasks_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    responsible_text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    amounts = table.Column<string>(type: "TEXT", nullable: false),
                    sdg = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    cofog = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    dac = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    expected_result_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    expected_result_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    expected_result_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    schedule_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    schedule_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    schedule_text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    schedule_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    short_name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    short_name_ky = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    short_name_ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    title_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    title_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                    table.ForeignKey(
                        name: "fk_measures_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measures_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measures_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    accumulation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    baseline = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    target = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    year_targets = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    name_ky = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    name_ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicators_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure_body",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_body", x => new { x.measure_id, x.body });
                    table.ForeignKey(
                        name: "fk_measure_body_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_place",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_place", x => new { x.measure_id, x.place });
                    table.ForeignKey(
                        name: "fk_measure_place_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wordings",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    section = table.Column<string>(type: "TEXT", nullable: false),
                    task = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    schedule_text = table.Column<string>(type: "TEXT", nullable: false),
                    expected_result = table.Column<string>(type: "TEXT", nullable: false),
                    responsible_text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wordings", x => new { x.edition_id, x.measure_id });
                    table.ForeignKey(
                        name: "fk_wordings_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_wordings_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bodies_code",
                table: "bodies",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_programme_id_number",
                table: "editions",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicators_measure_id",
                table: "indicators",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_log_hash",
                table: "log",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_log_to",
                table: "log",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_measures_programme_id_code",
                table: "measures",
                columns: new[] { "programme_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_measures_section_id",
                table: "measures",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_task_id",
                table: "measures",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_code",
                table: "places",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_code",
                table: "programmes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sections_programme_id",
                table: "sections",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_programme_id",
                table: "tasks",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_section_id",
                table: "tasks",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_wordings_measure_id",
                table: "wordings",
                column: "measure_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bodies");

            migrationBuilder.DropTable(
                name: "indicators");

            migrationBuilder.DropTable(
                name: "log");

            migrationBuilder.DropTable(
                name: "measure_body");

            migrationBuilder.DropTable(
                name: "measure_place");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "wordings");

            migrationBuilder.DropTable(
                name: "editions");

            migrationBuilder.DropTable(
                name: "measures");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "sections");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
